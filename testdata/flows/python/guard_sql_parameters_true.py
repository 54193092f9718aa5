# The driver puts the value in.
import sqlite3

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("people")


@mcp.tool()
def find(name: str) -> list:
    with sqlite3.connect("people.db") as connection:
        cursor = connection.cursor()
        cursor.execute("SELECT id FROM people WHERE name = ?", (name,))
        return cursor.fetchall()
