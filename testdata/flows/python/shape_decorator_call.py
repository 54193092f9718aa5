# The decorator is applied as a function.
import subprocess

from mcp.server.fastmcp import FastMCP


def build(server: FastMCP) -> None:
    def describe(table: str) -> str:
        """Describes a table."""
        return subprocess.getoutput(f"sqlite3 app.db '.schema {table}'")  # expect: proven shell

    server.tool(name="describe_table")(describe)


mcp = FastMCP("schema")
build(mcp)
