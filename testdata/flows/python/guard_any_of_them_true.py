# Every value has to be good.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("installer")
PACKAGES = frozenset({"curl", "jq", "git"})


@mcp.tool()
def install(packages: list[str]) -> str:
    """Installs packages."""
    if not all(package in PACKAGES for package in packages):
        raise ValueError("Unknown package")
    os.system("apt-get install -y " + " ".join(packages))
    return "Installed"
