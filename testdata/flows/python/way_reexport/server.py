# A package's `__init__` hands on what its modules hold.
from mcp.server.fastmcp import FastMCP

from backend import Database

mcp = FastMCP("reexport")
database = Database("app.db")


@mcp.tool()
def rows(table: str) -> list:
    """Lists rows."""
    return database.rows(table)
