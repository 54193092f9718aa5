# A property builds the command.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("properties")


class Volume:
    def __init__(self, name: str) -> None:
        self._name = name

    @property
    def path(self) -> str:
        return f"/volumes/{self._name}"

    @classmethod
    def parse(cls, text: str) -> "Volume":
        return cls(text.strip())


@mcp.tool()
def usage(volume: str) -> int:
    """Tells a volume's usage."""
    return os.system("du -s " + Volume.parse(volume).path)  # expect: proven shell
