# Column and direction are held against lists.
import sqlite3

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("shop")
COLUMNS = ("name", "price")


@mcp.tool()
def products(column: str, direction: str = "ASC") -> list:
    """Lists all products in order."""
    if direction not in ("ASC", "DESC"):
        raise ValueError("Bad direction")
    if column not in COLUMNS:
        raise ValueError("Bad column")
    with sqlite3.connect("shop.db") as db:
        rows = db.execute(f"SELECT * FROM products ORDER BY {column} {direction}")
        return rows.fetchall()
