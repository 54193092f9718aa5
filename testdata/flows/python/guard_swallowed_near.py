# The validator throws, and what it throws is swallowed.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("cron")


def check_job(job: str) -> None:
    if job not in ("nightly", "weekly"):
        raise ValueError(f"Unknown job {job!r}")


@mcp.tool()
def trigger(job: str) -> str:
    """Triggers a job."""
    try:
        check_job(job)
    except ValueError:
        pass
    os.system(f"run-job {job}")  # expect: proven shell
    return "Triggered"
