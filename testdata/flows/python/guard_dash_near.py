# The word is one of its own, but it may be an option: --upload-pack=…
import subprocess

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("git")


@mcp.tool()
def fetch(remote: str) -> str:
    if " " in remote:
        raise ValueError("Not a remote")
    return subprocess.check_output(["git", "fetch", remote], text=True)  # expect: proven argument
