# A helper runs the words that it is given: a program, its arguments, or a shell's script.
import subprocess

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("words")


def run(words: list[str]) -> str:
    return subprocess.run(words, capture_output=True, text=True).stdout  # expect: proven argument; proven program; proven shell


@mcp.tool()
def log(branch: str) -> str:
    """Shows the log of a branch."""
    return run(["git", "log", branch])


@mcp.tool()
def listing(folder: str) -> str:
    """Lists a folder."""
    return run(["sh", "-c", f"ls {folder}"])


@mcp.tool()
def version(program: str) -> str:
    """Asks a program for its version."""
    return run([program, "--version"])


@mcp.tool()
def show(file: str) -> str:
    """Shows the history of a file."""
    return run(["git", "log", "--", file])
