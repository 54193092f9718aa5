# What repr gives is a literal, and stays one inside of code.
import subprocess
import sys

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("browser")


@mcp.tool()
def show(url: str) -> None:
    subprocess.Popen([sys.executable, "-c", f"import webbrowser; webbrowser.open({url!r})"])
