# What the inner function throws leaves the tool.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("radio")
STATIONS = {"one", "two"}


@mcp.tool()
def play(station: str) -> str:
    """Plays a station."""

    def check():
        if station not in STATIONS:
            raise ValueError(station)

    check()
    os.system(f"mpc play {station}")
    return "Playing"
