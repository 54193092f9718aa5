# The return leaves the inner function alone.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("radio")
STATIONS = {"one", "two"}


@mcp.tool()
def play(station: str) -> str:
    """Plays a station."""

    def check():
        if station not in STATIONS:
            return

    check()
    os.system(f"mpc play {station}")  # expect: proven shell
    return "Playing"
