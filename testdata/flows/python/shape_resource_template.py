# Two parameters of a resource's address; one is a path of several parts.
from pathlib import Path

from fastmcp import FastMCP

mcp = FastMCP("repositories")


@mcp.resource("repo://{owner}/{path*}", mime_type="text/plain")
async def content(owner: str, path: str) -> bytes:
    folder = Path("/srv/repositories") / owner
    return folder.joinpath(path).read_bytes()  # expect: proven path
