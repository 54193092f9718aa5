# `eval` without builtins still reaches every class through an attribute.
import ast

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("calculator")


@mcp.tool()
def calculate(expression: str) -> str:
    """Calculates."""
    value = eval(expression, {"__builtins__": {}}, {})  # expect: proven code
    return str(value)
