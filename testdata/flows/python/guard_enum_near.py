# An enumeration stands by, but the argument is a text.
import os
from enum import Enum

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("units")


class Verb(str, Enum):
    START = "start"
    STOP = "stop"


@mcp.tool()
def unit(verb: str = Verb.START.value) -> str:
    return os.popen(f"systemctl {verb} app").read()  # expect: proven shell
