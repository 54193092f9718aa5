# Dots that may stand side by side, a slash in front, or a check of one line.
import re
from pathlib import Path

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("papers")

PAPER = re.compile(r"^(\d{4}\.{1,2}(v\d+)?|[a-z\-]+(/[a-z.]+)?/\d{7}(v\d+)?)$", re.IGNORECASE)
VERSION = re.compile(r"^(\d+\.\d+|/v\d+\.\d+)$")


def is_paper(stem: str) -> bool:
    return bool(PAPER.match(stem))


@mcp.tool()
def read_paper(paper: str) -> str:
    if not is_paper(paper):
        raise ValueError("Expected the number of a paper")
    return (Path("/srv/papers") / paper / "text.md").read_text()  # expect: proven path
LINES = re.compile(r"^\d+$", re.IGNORECASE | re.MULTILINE)


@mcp.tool()
def read_lines(version: str) -> str:
    if not LINES.match(version):
        raise ValueError("Expected a number")
    return (Path("/srv/papers") / version / "text.md").read_text()  # expect: proven path


@mcp.tool()
def read_version(version: str) -> str:
    if not VERSION.match(version):
        raise ValueError("Expected a version")
    return (Path("/srv/papers") / version / "text.md").read_text()  # expect: proven path
