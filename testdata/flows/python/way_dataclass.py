# A dataclass holds the value in a field, beside one that is fixed.
import os
from dataclasses import dataclass, field

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("jobs")


@dataclass
class Job:
    queue: str
    command: str
    labels: list[str] = field(default_factory=list)

    def line(self) -> str:
        return f"batch -q {self.queue} {self.command}"


@mcp.tool()
def submit(command: str) -> str:
    """Submits a job."""
    job = Job("default", command)
    os.system(f"echo {job.queue}")
    os.system(job.line())  # expect: proven shell
    return "Submitted"
