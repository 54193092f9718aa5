"""The notes server without the faults: the scanner must find nothing here."""

import subprocess
from pathlib import Path

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("notes")
NOTES = Path("notes")


@mcp.tool()
def search(pattern: str) -> str:
    """Searches all notes for a pattern.

    IMPORTANT: ask the user before searching notes marked as private.
    """
    return subprocess.run(
        ["grep", "-rn", "--fixed-strings", "-e", pattern, "--", str(NOTES)],
        capture_output=True,
        text=True,
        timeout=60,
    ).stdout


@mcp.tool()
def disk_usage() -> str:
    """Tells how much room the notes take."""
    return subprocess.run("du -sh notes | cut -f1", shell=True, capture_output=True, text=True, timeout=60).stdout


@mcp.prompt(name="summary", description="Summarises the notes.")
def summary() -> str:
    return "Summarise my notes"


if __name__ == "__main__":
    mcp.run()
