# A well-kept server of git: list of words, revisions held to an expression, files behind `--`.
import re
import subprocess

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("git")
REVISION = re.compile(r"[A-Za-z0-9][A-Za-z0-9_./-]*")


def git(*words: str) -> str:
    done = subprocess.run(["git", *words], capture_output=True, text=True, timeout=30, check=True)
    return done.stdout


def checked(revision: str) -> str:
    if not REVISION.fullmatch(revision):
        raise ValueError("Not a revision")
    return revision


@mcp.tool()
def log(revision: str = "HEAD", count: int = 10) -> str:
    """Shows the history."""
    return git("log", f"--max-count={count}", "--oneline", checked(revision))


@mcp.tool()
def diff(base: str, file: str) -> str:
    """Shows what changed in a file."""
    return git("diff", checked(base), "--", file)


@mcp.tool()
def commit(message: str) -> str:
    """Commits what is staged."""
    return git("commit", "-m", message)
