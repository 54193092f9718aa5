# One command line for a shell.
import subprocess

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("files")


@mcp.tool()
def count_lines(file: str) -> str:
    """Counts the lines of a file's listing."""
    done = subprocess.run("cksum -- " + file, shell=True, stdout=subprocess.PIPE)  # expect: proven shell
    return done.stdout
