# A dataclass as an argument.
import os
from dataclasses import dataclass

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("jobs")


@dataclass
class Job:
    script: str
    cores: int = 1


@mcp.tool()
def submit(job: Job) -> str:
    os.system(f"sbatch -c {job.cores} {job.script}")  # expect: proven shell
    return "Submitted"
