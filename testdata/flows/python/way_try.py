# The value survives `try`, `except` and `finally`.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("tries")


@mcp.tool()
def attempt(command: str) -> str:
    """Attempts a command."""
    line = "true"
    try:
        line = command.encode("ascii").decode()
    except UnicodeError as error:
        return f"Not ASCII: {error.reason}"
    else:
        line = "timeout 5 " + line
    finally:
        os.system(line)  # expect: proven shell
    return "Attempted"
