# A list of words grows: options with their values, and `--` before what was sent.
import subprocess

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("clones")


@mcp.tool()
def clone(url: str, branch: str = "", depth: int = 0) -> str:
    """Clones a repository."""
    command = ["git", "clone"]
    if branch:
        command.extend(["--branch", branch])
    if depth > 0:
        command += ["--depth", str(depth)]
    command.extend(["--", url])
    subprocess.run(command, check=True)
    return "Cloned"
