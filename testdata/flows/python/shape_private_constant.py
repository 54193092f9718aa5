# The only caller of a helper gives a constant.
import subprocess

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("status")


def _run(command: str) -> str:
    return subprocess.getoutput(command)


@mcp.tool()
def status(verbose: bool = False) -> str:
    return _run("git status -v" if verbose else "git status")
