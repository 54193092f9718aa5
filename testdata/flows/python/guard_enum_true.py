# The argument is one of an enumeration's members.
import os
from enum import Enum

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("units")


class Verb(str, Enum):
    START = "start"
    STOP = "stop"


@mcp.tool()
def unit(verb: Verb = Verb.START) -> str:
    return os.popen(f"systemctl {verb.value} app").read()
