import os

from app import mcp


@mcp.tool()
def lookup(domain: str) -> str:
    """Looks a domain up."""
    return os.popen(f"dig {domain}").read()  # expect: proven shell
