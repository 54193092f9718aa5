# What is downloaded is written where the argument says.
from pathlib import Path

import requests
from mcp.server.fastmcp import FastMCP

mcp = FastMCP("downloads")


@mcp.tool()
def download(url: str, file: str) -> str:
    """Downloads a file."""
    answer = requests.get(url, timeout=30)  # expect: proven url
    Path(file).write_bytes(answer.content)  # expect: proven path
    return "Downloaded"
