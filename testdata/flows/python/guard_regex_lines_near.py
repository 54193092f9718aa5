# With MULTILINE the anchors hold one line, and more lines may follow.
import re
from subprocess import getoutput

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("packages")


@mcp.tool()
def package_info(package: str) -> str:
    """Shows what is known of a package."""
    if re.match(r"^[a-z0-9-]+$", package, re.MULTILINE) is None:
        return "Not a package"
    return getoutput(f"apt-cache show {package}")  # expect: proven shell
