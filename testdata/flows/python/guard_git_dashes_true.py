# Behind two dashes nothing is an option, nor is what another word begins.
import git
from mcp.server.fastmcp import FastMCP

mcp = FastMCP("repository")


@mcp.tool()
def compare(target: str, lines: int) -> str:
    repo = git.Repo("/srv/repository")
    return repo.git.diff(f"--unified={lines}", "--", target)


@mcp.tool()
def between(target: str) -> str:
    return git.Repo("/srv/repository").git.diff(f"HEAD...{target}")
