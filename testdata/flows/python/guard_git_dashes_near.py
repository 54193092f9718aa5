# Text behind the value, not before it, leaves it an option.
import git
from mcp.server.fastmcp import FastMCP

mcp = FastMCP("repository")


@mcp.tool()
def compare(target: str, lines: int) -> str:
    repo = git.Repo("/srv/repository")
    return repo.git.diff(f"--unified={lines}", f"{target}...")  # expect: proven argument
