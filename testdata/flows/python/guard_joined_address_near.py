# `urljoin` takes another host from what is joined to the base.
from urllib.parse import urljoin

import requests
from mcp.server.fastmcp import FastMCP

mcp = FastMCP("pages")
BASE = "https://docs.example.com/"


@mcp.tool()
def page_size(page: str) -> int:
    """Tells a page's size."""
    address = urljoin(BASE, page)
    return len(requests.get(address).content)  # expect: proven url
