# A placeholder of the driver.
import asyncpg
from mcp.server.fastmcp import FastMCP

mcp = FastMCP("people")


@mcp.tool()
async def find_person(name: str) -> list:
    """Finds a person by name."""
    connection = await asyncpg.connect("postgresql://localhost/people")
    rows = await connection.fetch("SELECT * FROM people WHERE name = $1", name)
    return [dict(row) for row in rows]
