# A closure keeps the value until it is called.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("timers")


def make_runner(prefix: str, command: str):
    def run() -> int:
        return os.system(prefix + command)  # expect: proven shell

    return run


@mcp.tool()
def schedule(command: str) -> int:
    """Runs it later."""
    runner = make_runner("nice ", command)
    return runner()
