# The statement is one of the server's own.
import psycopg2

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("database")
REPORTS = {
    "users": "SELECT count(*) FROM users",
    "orders": "SELECT count(*) FROM orders",
}


@mcp.tool()
def query(report: str) -> list:
    if report not in REPORTS:
        raise ValueError("Unknown report")
    connection = psycopg2.connect("dbname=app")
    with connection.cursor() as cursor:
        cursor.execute(REPORTS[report])
        return cursor.fetchall()
