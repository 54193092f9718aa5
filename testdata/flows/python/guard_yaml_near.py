# The full loader makes objects of what it is told.
import yaml

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("config")


@mcp.tool()
def parse(document: str) -> dict:
    return yaml.load(document, Loader=yaml.Loader)  # expect: proven deserialization
