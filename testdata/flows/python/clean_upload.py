# A well-kept upload: a name of its own making, and an archive whose members are checked.
import base64
import hashlib
import io
import zipfile
from pathlib import Path
from uuid import uuid4

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("uploads")
FOLDER = Path("/srv/uploads").resolve()


@mcp.tool()
def upload(name: str, content: str) -> str:
    """Keeps a file."""
    data = base64.b64decode(content)
    stored = FOLDER / f"{uuid4()}.bin"
    stored.write_bytes(data)
    index = FOLDER / hashlib.sha256(name.encode()).hexdigest()
    index.write_text(name)
    return stored.name


@mcp.tool()
def unpack(content: str) -> list[str]:
    """Unpacks an archive."""
    names = []
    with zipfile.ZipFile(io.BytesIO(base64.b64decode(content))) as archive:
        for member in archive.namelist():
            target = (FOLDER / member).resolve()
            if not target.is_relative_to(FOLDER):
                raise ValueError("Outside of the folder")
            target.write_bytes(archive.read(member))
            names.append(target.name)
    return names
