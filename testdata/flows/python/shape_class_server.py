# A class registers its methods and keeps what was sent in a field.
import os

from mcp.server.fastmcp import FastMCP


class Workspace:
    def __init__(self, server: FastMCP) -> None:
        self.folder = "/srv/workspace"
        server.tool()(self.enter)
        server.tool()(self.listing)

    def enter(self, folder: str) -> str:
        """Enters a folder."""
        self.folder = folder
        return "Entered"

    def listing(self) -> str:
        """Lists the folder."""
        return os.popen("ls " + self.folder).read()  # expect: proven shell


mcp = FastMCP("workspace")
workspace = Workspace(mcp)
