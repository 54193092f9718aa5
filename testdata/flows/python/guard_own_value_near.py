# The list of what is allowed holds the value itself by then.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("builds")


@mcp.tool()
def build(target: str) -> str:
    """Builds a target."""
    targets = ["all", "docs"]
    targets.append(target)
    if target not in targets:
        raise ValueError("Unknown target")
    os.system(f"make {target}")  # expect: proven shell
    return "Built"
