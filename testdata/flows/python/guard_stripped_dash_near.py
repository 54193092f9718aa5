# Only a dash at the very end is refused, which says nothing of the start.
import subprocess

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("git")


class Differ:
    @staticmethod
    def check(ref: str) -> None:
        if ref.strip().endswith("-"):
            raise ValueError("No option")

    def diff(self, ref: str) -> str:
        self.check(ref)
        return subprocess.run(["git", "diff", ref], capture_output=True, text=True).stdout  # expect: proven argument


differ = Differ()


@mcp.tool()
def diff(ref: str) -> str:
    """Shows what changed since a commit."""
    return differ.diff(ref)
