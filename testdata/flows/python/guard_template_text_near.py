# The text is the template.
from jinja2 import Template
from mcp.server.fastmcp import FastMCP

mcp = FastMCP("mails")


@mcp.tool()
def mail(text: str, name: str) -> str:
    """Writes a mail."""
    template = Template("Dear {{ name }},\n" + text)  # expect: proven template
    return template.render(text=text, name=name)
