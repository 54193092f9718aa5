# A class with `__enter__` keeps the value in a field.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("tunnels")


class Tunnel:
    def __init__(self, host: str) -> None:
        self.host = host

    def __enter__(self) -> "Tunnel":
        os.system(f"ssh -fN {self.host}")  # expect: proven shell
        return self

    def __exit__(self, *exc) -> None:
        pass


@mcp.tool()
def tunnel(host: str) -> str:
    """Opens a tunnel."""
    with Tunnel(host):
        return "Open"
