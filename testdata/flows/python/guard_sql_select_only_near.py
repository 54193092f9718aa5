# A statement that begins with SELECT may read every table, and more may follow it.
import psycopg2

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("database")


@mcp.tool()
def query(sql: str) -> list:
    if not sql.strip().upper().startswith("SELECT"):
        raise ValueError("Only SELECT")
    connection = psycopg2.connect("dbname=app")
    with connection.cursor() as cursor:
        cursor.execute(sql)  # expect: proven sql
        return cursor.fetchall()
