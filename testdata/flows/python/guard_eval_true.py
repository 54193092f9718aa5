# Only literals are read.
import ast

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("calculator")


@mcp.tool()
def calculate(expression: str) -> str:
    return str(ast.literal_eval(expression))
