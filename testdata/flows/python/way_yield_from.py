# A generator that yields from another, and `next`.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("steps")


def inner(step: str):
    yield step


def outer(step: str):
    yield from inner(step)


@mcp.tool()
def run_step(step: str) -> str:
    """Runs a step."""
    os.system(next(outer(step)))  # expect: proven shell
    return "Ran"
