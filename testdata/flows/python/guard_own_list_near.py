# The list of what is allowed is made with the input itself.
import subprocess

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("deploy")


@mcp.tool()
def deploy(target: str) -> str:
    allowed = ["staging", "production"] + target.split(",")
    if target not in allowed:
        raise ValueError("Unknown target")
    return subprocess.getoutput(f"make deploy-{target}")  # expect: proven shell
