# A quote within the text ends the quotes around it.
import subprocess

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("say")


@mcp.tool()
def say(text: str) -> str:
    subprocess.run(f"echo '{text}' | festival --tts", shell=True, check=True)  # expect: proven shell
    return "Said"
