# `is_relative_to` compares the parts as written; `..` is one of them.
from pathlib import Path

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("docs")
DOCS = Path("/srv/docs")


@mcp.resource("docs://{page}")
def page(page: str) -> str:
    target = DOCS / page
    if not target.is_relative_to(DOCS):
        raise ValueError("No such page")
    return target.read_text()  # expect: proven path
