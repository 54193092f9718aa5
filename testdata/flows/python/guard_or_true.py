# Either of two lists holds it.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("repos")
KNOWN = {"api", "web"}
OLD = {"legacy"}


@mcp.tool()
def clone(repo: str) -> str:
    if repo in KNOWN or repo in OLD:
        os.system(f"git clone {repo}")
        return "Cloned"
    return "Refused"
