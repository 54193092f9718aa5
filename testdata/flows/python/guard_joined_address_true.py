# What is sent stands behind the host and a slash.
from urllib.parse import urljoin

import requests
from mcp.server.fastmcp import FastMCP

mcp = FastMCP("pages")
BASE = "https://docs.example.com/"


@mcp.tool()
def page_size(page: str) -> int:
    """Tells a page's size."""
    address = BASE + page
    return len(requests.get(address).content)
