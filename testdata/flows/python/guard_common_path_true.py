# `commonpath` compares whole parts.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("datasets")
DATA = "/srv/data"


@mcp.tool()
def rows(dataset: str) -> int:
    """Counts the rows of a dataset."""
    full = os.path.realpath(os.path.join(DATA, dataset))
    if os.path.commonpath([DATA, full]) != DATA:
        raise ValueError("Outside")
    with open(full) as file:
        return len(file.readlines())
