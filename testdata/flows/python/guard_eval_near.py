# Without builtins, eval still reaches every class.
from mcp.server.fastmcp import FastMCP

mcp = FastMCP("calculator")


@mcp.tool()
def calculate(expression: str) -> str:
    return str(eval(expression, {"__builtins__": {}}))  # expect: proven code
