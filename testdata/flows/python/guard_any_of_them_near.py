# One good value among all is enough.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("installer")
PACKAGES = frozenset({"curl", "jq", "git"})


@mcp.tool()
def install(packages: list[str]) -> str:
    """Installs packages."""
    if not any(package in PACKAGES for package in packages):
        raise ValueError("Unknown package")
    os.system("apt-get install -y " + " ".join(packages))  # expect: proven shell
    return "Installed"
