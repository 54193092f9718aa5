# The check holds the last of the names; the command takes all.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("sensors")
SENSORS = {"inside", "outside"}


@mcp.tool()
def read(names: list[str]) -> str:
    """Reads sensors."""
    line = "sensors"
    for name in names:
        if name in SENSORS:
            print("A known sensor")
        line += " " + name
    os.system(line)  # expect: proven shell
    return "Read"
