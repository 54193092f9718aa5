# The check of the argument given before says nothing of the one that is given then.
import re
import subprocess
from functools import partial

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("partial")


def check(name: str, other: str) -> None:
    if not re.fullmatch(r"[a-z]+", name):
        raise ValueError("Not a name")


@mcp.tool()
def build(name: str, other: str) -> str:
    checked = partial(check, "fixed")
    checked(name)
    subprocess.run(f"make {name}", shell=True)  # expect: proven shell
    return "Done"
