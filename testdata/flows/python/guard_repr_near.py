# Quotes that the text can end, with a repr of something else.
import subprocess
import sys

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("browser")


@mcp.tool()
def show(url: str) -> None:
    code = f"import webbrowser; print({len(url)!r}); webbrowser.open('{url}')"
    subprocess.Popen([sys.executable, "-c", code])  # expect: proven interpreter
