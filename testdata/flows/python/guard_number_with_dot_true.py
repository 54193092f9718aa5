# A dot between digits climbs nowhere, and neither does a slash between words.
import re
from pathlib import Path

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("papers")

PAPER = re.compile(r"^(\d{4}\.\d{4,5}(v\d+)?|[a-z\-]+(/[a-z\-]+)?/\d{7}(v\d+)?)$", re.IGNORECASE)


def is_paper(stem: str) -> bool:
    return bool(PAPER.match(stem))


@mcp.tool()
def read_paper(paper: str) -> str:
    if not is_paper(paper):
        raise ValueError("Expected the number of a paper")
    return (Path("/srv/papers") / f"{paper}.md").read_text()
