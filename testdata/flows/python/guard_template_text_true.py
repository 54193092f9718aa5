# The text is a value of a template that is fixed.
from jinja2 import Template
from mcp.server.fastmcp import FastMCP

mcp = FastMCP("mails")


@mcp.tool()
def mail(text: str, name: str) -> str:
    """Writes a mail."""
    template = Template("Dear {{ name }},\n{{ text }}")
    return template.render(text=text, name=name)
