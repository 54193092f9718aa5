# `yaml.load` with the loader that makes plain data.
import yaml
from mcp.server.fastmcp import FastMCP

mcp = FastMCP("config")


@mcp.tool()
def keys(document: str) -> list[str]:
    """Lists a document's keys."""
    data = yaml.load(document, Loader=yaml.SafeLoader)
    return sorted(data)
