# The validator in another file prints and returns.
import os

from mcp.server.fastmcp import FastMCP

from checks import check_unit

mcp = FastMCP("units")


@mcp.tool()
def status(unit: str) -> str:
    """Tells a unit's state."""
    check_unit(unit)
    return os.popen(f"systemctl status {unit}").read()  # expect: proven shell
