# `commonprefix` compares characters: /srv/data2 has the prefix /srv/data.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("datasets")
DATA = "/srv/data"


@mcp.tool()
def rows(dataset: str) -> int:
    """Counts the rows of a dataset."""
    full = os.path.realpath(os.path.join(DATA, dataset))
    if os.path.commonprefix([DATA, full]) != DATA:
        raise ValueError("Outside")
    with open(full) as file:  # expect: proven path
        return len(file.readlines())
