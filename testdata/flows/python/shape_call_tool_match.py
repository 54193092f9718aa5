# The low-level server: match on the name, arguments by get.
import os
from pathlib import Path

from mcp.server import Server
from mcp.types import TextContent

server = Server("files")


@server.call_tool()
async def handle(name: str, arguments: dict | None) -> list[TextContent]:
    arguments = arguments or {}
    match name:
        case "read":
            text = Path(arguments.get("path", "")).read_text()  # expect: proven path
        case "list":
            text = "\n".join(os.listdir("/srv"))
        case _:
            text = "Unknown"
    return [TextContent(type="text", text=text)]
