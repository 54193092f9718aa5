# GitPython hands what it is given to git as it is: a branch may be an option.
import git
from mcp.server.fastmcp import FastMCP

mcp = FastMCP("repository")


def checkout(repo: git.Repo, branch: str) -> str:
    return repo.git.checkout(branch)  # expect: proven argument


@mcp.tool()
def switch(path: str, branch: str) -> str:
    return checkout(git.Repo("/srv/repository"), branch)
