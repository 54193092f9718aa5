# The path's stem has neither folder nor ending.
from pathlib import Path

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("scores")
SCORES = Path("/srv/scores")


@mcp.tool()
def save_score(file: str, score: int) -> str:
    """Saves a score."""
    target = SCORES / f"{Path(file).stem}.txt"
    target.write_text(str(score))
    return target.name
