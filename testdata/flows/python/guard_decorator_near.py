# The decorator notes what it does not know, and calls the tool all the same.
import functools
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("queues")
QUEUES = ("mail", "print")


def known_queue(function):
    @functools.wraps(function)
    def wrapper(queue: str) -> str:
        if queue not in QUEUES:
            print("Unknown queue")
        return function(queue)

    return wrapper


@mcp.tool()
@known_queue
def purge(queue: str) -> str:
    """Empties a queue."""
    os.system(f"queuectl purge {queue}")  # expect: proven shell
    return "Empty"
