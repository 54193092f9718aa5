# `map`, `filter`, `sorted`, `zip` and `enumerate` hand elements on.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("functions")


@mcp.tool()
def all_of(names: list[str], flags: list[str]) -> str:
    """Runs over names."""
    for name in map(str.strip, names):
        os.system("a " + name)  # expect: proven shell
    for index, name in enumerate(sorted(names)):
        os.system(f"b {index}")
        os.system(f"b {name}")  # expect: proven shell
    for name, number in zip(filter(None, names), range(10)):
        os.system(f"c {number}")
        os.system(f"c {name}")  # expect: proven shell
    return "Done"
