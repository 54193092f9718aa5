# A module is loaded by the name that was sent.
import importlib

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("plugins")


@mcp.tool()
def load(plugin: str) -> list[str]:
    """Loads a plugin."""
    module = importlib.import_module(plugin)  # expect: proven module
    fixed = importlib.import_module("plugins.base")
    return dir(module) + dir(fixed)
