# A well-kept server of files: each path is resolved and held against the allowed folders.
import shutil
import sys
from pathlib import Path

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("filesystem")
ALLOWED = [Path(each).expanduser().resolve() for each in sys.argv[1:]]


def allowed_path(requested: str) -> Path:
    path = Path(requested).expanduser().resolve()
    for folder in ALLOWED:
        if path.is_relative_to(folder):
            return path
    raise PermissionError("Access denied")


@mcp.tool()
def read_file(path: str) -> str:
    """Reads a file."""
    return allowed_path(path).read_text(encoding="utf-8")


@mcp.tool()
def write_file(path: str, content: str) -> str:
    """Writes a file."""
    target = allowed_path(path)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(content, encoding="utf-8")
    return f"Wrote {len(content)} characters"


@mcp.tool()
def move_file(source: str, target: str) -> str:
    """Moves a file."""
    shutil.move(allowed_path(source), allowed_path(target))
    return "Moved"


@mcp.tool()
def list_folder(path: str = ".") -> list[str]:
    """Lists a folder."""
    folder = allowed_path(path)
    if not folder.is_dir():
        raise NotADirectoryError("Not a folder")
    return sorted(each.name for each in folder.iterdir())
