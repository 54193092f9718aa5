# A list of words without a shell, the value behind `--`.
import subprocess

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("files")


@mcp.tool()
def count_lines(file: str) -> str:
    """Counts the lines of a file's listing."""
    done = subprocess.run(["cksum", "--", file], stdout=subprocess.PIPE)
    return done.stdout
