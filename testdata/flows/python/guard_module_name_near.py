# A prefix before the name: dots lead to any module below.
import importlib

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("plugins")
PLUGINS = ("csv", "json")


@mcp.tool()
def convert(plugin: str) -> str:
    """Converts by a plugin."""
    if plugin.startswith("_"):
        raise ValueError("No such plugin")
    module = importlib.import_module(plugin)  # expect: proven module
    return module.__name__
