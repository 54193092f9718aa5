# `model_validate` gives the model; its field of a nested model is a text.
import sqlite3

from mcp.server.fastmcp import FastMCP
from pydantic import BaseModel, ConfigDict

mcp = FastMCP("orders")


class Filter(BaseModel):
    model_config = ConfigDict(extra="forbid")
    status: str


class OrderQuery(BaseModel):
    filter: Filter
    page: int = 1


@mcp.tool()
def orders(query: dict) -> list:
    """Lists orders."""
    parsed = OrderQuery.model_validate(query)
    database = sqlite3.connect("orders.db")
    statement = f"SELECT * FROM orders WHERE status = '{parsed.filter.status}' LIMIT {parsed.page}"
    return database.execute(statement).fetchall()  # expect: proven sql
