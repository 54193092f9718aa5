# The low-level server dispatches with `match` and gives the arguments to methods.
import os
from mcp.server.lowlevel import Server
from mcp.types import TextContent


class Storage:
    def remove(self, path: str) -> str:
        os.remove(path)  # expect: proven path
        return "Removed"

    def count(self) -> str:
        return str(len(os.listdir("/srv/storage")))


def serve() -> Server:
    server = Server("storage")
    storage = Storage()

    @server.call_tool()
    async def handle(name: str, arguments: dict | None) -> list[TextContent]:
        match name:
            case "remove":
                text = storage.remove((arguments or {}).get("path", ""))
            case "count":
                text = storage.count()
            case _:
                raise ValueError("Unknown tool")
        return [TextContent(type="text", text=text)]

    return server
