# What is closed in the end is what it was: a cursor.
import sqlite3
from contextlib import closing

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("shop")


class Store:
    def __init__(self, path: str):
        self.path = path

    def run(self, statement: str, values=None):
        with closing(sqlite3.connect(self.path)) as connection:
            with closing(connection.cursor()) as handle:
                handle.execute(statement, values or ())  # expect: proven sql
                return handle.fetchall()


store = Store("shop.sqlite")


@mcp.tool()
def find(column: str) -> list:
    return store.run(f"SELECT {column} FROM items")
