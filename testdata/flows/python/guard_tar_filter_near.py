# The archive is unpacked by its own names.
import io
import tarfile
import base64

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("uploads")


@mcp.tool()
def upload(archive: str) -> str:
    """Unpacks an archive, sent as Base64."""
    content = io.BytesIO(base64.b64decode(archive))
    with tarfile.open(fileobj=content, mode="r:gz") as tar:
        tar.extractall("/srv/uploads")  # expect: proven archive
    return "Unpacked"
