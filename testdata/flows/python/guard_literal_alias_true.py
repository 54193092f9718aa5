# The alias of a literal type holds the parameter to it.
import os
from typing import Literal

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("stages")
Stage = Literal["test", "live"]
Name = str


@mcp.tool()
def release(stage: Stage) -> str:
    """Releases to a stage."""
    os.system(f"release {stage}")
    return "Released"
