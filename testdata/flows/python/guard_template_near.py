# The text itself is the template.
from jinja2 import Environment

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("letters")
environment = Environment(autoescape=True)


@mcp.prompt()
def letter(greeting: str) -> str:
    return environment.from_string(greeting + ", {{ name }}").render(name="Ann")  # expect: proven template
