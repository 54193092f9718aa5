# A well-kept server of a database: values are bound, names are held against the schema.
import sqlite3
from contextlib import closing
from typing import Any, Literal

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("inventory")
TABLES = {"items": ("id", "name", "stock"), "orders": ("id", "item", "count")}


def rows(statement: str, values: tuple = ()) -> list[dict[str, Any]]:
    with closing(sqlite3.connect("file:inventory.db?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute(statement, values)]


@mcp.tool()
def find_items(name: str, limit: int = 20) -> list[dict[str, Any]]:
    """Finds items by a part of their name."""
    return rows("SELECT * FROM items WHERE name LIKE ? LIMIT ?", (f"%{name}%", min(limit, 100)))


@mcp.tool()
def list_table(
    table: Literal["items", "orders"], order: str = "id", direction: Literal["ASC", "DESC"] = "ASC"
) -> list[dict[str, Any]]:
    """Lists a table."""
    if order not in TABLES[table]:
        raise ValueError("Unknown column")
    return rows(f"SELECT * FROM {table} ORDER BY {order} {direction}")


@mcp.tool()
def items_by_id(ids: list[int]) -> list[dict[str, Any]]:
    """Returns several items."""
    marks = ", ".join("?" for _ in ids)
    return rows(f"SELECT * FROM items WHERE id IN ({marks})", tuple(ids))
