# The annotation holds the text to an anchored pattern.
import subprocess
from typing import Annotated

from fastmcp import FastMCP
from pydantic import Field

mcp = FastMCP("branches")


@mcp.tool
def last(branch: Annotated[str, Field(pattern=r"^[a-z][a-z0-9/]*$", description="A branch")]) -> str:
    """Shows the last commit of a branch."""
    return subprocess.getoutput("git log -1 " + branch)
