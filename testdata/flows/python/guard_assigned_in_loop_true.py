# The check holds each name before the command takes it.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("sensors")
SENSORS = {"inside", "outside"}


@mcp.tool()
def read(names: list[str]) -> str:
    """Reads sensors."""
    line = "sensors"
    for name in names:
        if name not in SENSORS:
            continue
        line += " " + name
    os.system(line)
    return "Read"
