# The alias is a text; what may be sent stands in another one, which nobody uses.
import os
from typing import Literal

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("stages")
Stage = Literal["test", "live"]
Name = str


@mcp.tool()
def release(stage: Name) -> str:
    """Releases to a stage."""
    os.system(f"release {stage}")  # expect: proven shell
    return "Released"
