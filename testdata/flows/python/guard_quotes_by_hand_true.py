# The text goes in by the program's input, and no shell sees it.
import subprocess

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("say")


@mcp.tool()
def say(text: str) -> str:
    subprocess.run(["festival", "--tts"], input=text, text=True, check=True)
    return "Said"
