# Either of two checks is enough to pass, and the second says little.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("repos")
KNOWN = {"api", "web"}


@mcp.tool()
def clone(repo: str) -> str:
    if repo in KNOWN or repo.endswith(".git"):
        os.system(f"git clone {repo}")  # expect: proven shell
        return "Cloned"
    return "Refused"
