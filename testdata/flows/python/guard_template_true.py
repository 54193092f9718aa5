# The text is a value in a template.
from jinja2 import Environment

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("letters")
environment = Environment(autoescape=True)


@mcp.prompt()
def letter(greeting: str) -> str:
    template = environment.from_string("{{ greeting }}, {{ name }}")
    return template.render(greeting=greeting, name="Ann")
