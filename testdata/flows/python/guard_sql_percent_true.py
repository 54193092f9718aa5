# The value goes to the database beside the statement.
import sqlite3

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("crm")
connection = sqlite3.connect("crm.db")


@mcp.tool()
def customer(email: str) -> list:
    """Finds a customer."""
    cursor = connection.cursor()
    cursor.execute("SELECT id, name FROM customers WHERE email = ?", (email,))
    return cursor.fetchall()
