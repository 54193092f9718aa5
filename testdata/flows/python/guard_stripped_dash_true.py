# What begins with a dash behind its blanks is refused, in a method that raises.
import subprocess

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("git")


class Differ:
    @staticmethod
    def check(ref: str) -> None:
        if ref.strip().startswith("-"):
            raise ValueError("No option")

    def diff(self, ref: str) -> str:
        self.check(ref)
        return subprocess.run(["git", "diff", ref], capture_output=True, text=True).stdout


differ = Differ()


@mcp.tool()
def diff(ref: str) -> str:
    """Shows what changed since a commit."""
    return differ.diff(ref)
