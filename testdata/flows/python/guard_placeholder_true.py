# A placeholder is replaced in each word of a command of the server's own: that says what is started.
import subprocess

from mcp.server.fastmcp import FastMCP
from settings import COMMAND

mcp = FastMCP("lint")


@mcp.tool()
def lint(folder: str) -> str:
    """Lints a folder."""
    words = [word.replace("{folder}", "./" + folder) for word in COMMAND]
    subprocess.run(words)
    known = [word.replace("{folder}", "./" + folder) for word in ["ruff", "check", "{folder}"]]
    subprocess.run(known)
    return "Done"
