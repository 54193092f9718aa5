# The safe loader makes plain data.
import yaml

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("config")


@mcp.tool()
def parse(document: str) -> dict:
    return yaml.safe_load(document)
