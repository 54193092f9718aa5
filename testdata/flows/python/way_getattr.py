# A method is chosen by the name that was sent.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("dynamic")


class Actions:
    def do_list(self, folder: str) -> str:
        return os.popen(f"ls {folder}").read()  # expect: proven shell

    def do_count(self, folder: str) -> str:
        return str(len(os.listdir("/srv")))


@mcp.tool()
def act(action: str, folder: str) -> str:
    """Acts."""
    return getattr(Actions(), f"do_{action}")(folder)
