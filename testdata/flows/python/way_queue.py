# A queue between the tool and a worker.
import os
import queue
import threading

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("worker")
jobs: queue.Queue = queue.Queue()


def work() -> None:
    while True:
        os.system(jobs.get())  # expect: proven shell


@mcp.tool()
def enqueue(command: str) -> str:
    """Puts a command into the queue."""
    jobs.put(command)
    return "Queued"


threading.Thread(target=work, daemon=True).start()
