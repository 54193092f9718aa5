# A function of the same name within the handler takes the validator's place.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("zones")


def check(zone: str) -> None:
    if zone not in ("north", "south"):
        raise ValueError("Unknown zone")


@mcp.tool()
def open_zone(zone: str) -> str:
    """Opens a zone."""

    def check(value: str) -> None:
        print("Zone", value)

    check(zone)
    os.system(f"zonectl open {zone}")  # expect: proven shell
    return "Open"
