# A helper calls what it is given with what it is given.
import os
from typing import Callable

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("retry")


def retry(action: Callable[[str], int], value: str, times: int = 3) -> int:
    code = 1
    for _ in range(times):
        code = action(value)
        if code == 0:
            break
    return code


@mcp.tool()
def sync(remote: str) -> int:
    """Synchronises."""
    return retry(lambda target: os.system("rsync -a . " + target), remote)  # expect: proven shell
