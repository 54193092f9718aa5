# The annotation bounds the length alone.
import subprocess
from typing import Annotated

from fastmcp import FastMCP
from pydantic import Field

mcp = FastMCP("branches")


@mcp.tool
def last(branch: Annotated[str, Field(max_length=80, description="A branch")]) -> str:
    """Shows the last commit of a branch."""
    return subprocess.getoutput("git log -1 " + branch)  # expect: proven shell
