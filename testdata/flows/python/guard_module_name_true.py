# The name is one of two.
import importlib

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("plugins")
PLUGINS = ("csv", "json")


@mcp.tool()
def convert(plugin: str) -> str:
    """Converts by a plugin."""
    if plugin not in PLUGINS:
        raise ValueError("No such plugin")
    module = importlib.import_module(plugin)
    return module.__name__
