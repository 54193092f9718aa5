# The expression ends where the name ends.
import re
import subprocess

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("branches")
BRANCH = re.compile(r"[A-Za-z0-9_]+\Z")


@mcp.tool()
def log(branch: str) -> str:
    if BRANCH.match(branch) is None:
        raise ValueError("Not a branch")
    return subprocess.check_output(f"git log {branch}", shell=True, text=True)
