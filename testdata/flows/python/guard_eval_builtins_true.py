# `literal_eval` makes plain values alone.
import ast

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("calculator")


@mcp.tool()
def calculate(expression: str) -> str:
    """Calculates."""
    value = ast.literal_eval(expression)
    return str(value)
