# The value is put into the statement by %, before the driver sees it.
import sqlite3

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("people")


@mcp.tool()
def find(name: str) -> list:
    with sqlite3.connect("people.db") as connection:
        cursor = connection.cursor()
        cursor.execute("SELECT id FROM people WHERE name = '%s'" % name)  # expect: proven sql
        return cursor.fetchall()
