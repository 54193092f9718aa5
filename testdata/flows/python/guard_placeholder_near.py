# The word that says which program is started holds the placeholder.
import subprocess

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("lint")


@mcp.tool()
def lint(tool: str) -> str:
    """Lints with a tool."""
    words = [word.replace("{tool}", tool) for word in ["/usr/bin/{tool}", "--check"]]
    subprocess.run(words)  # expect: proven program
    return "Done"
