# Tools are objects of classes in a table that a function fills.
import os
from abc import ABC, abstractmethod

from mcp.server import Server
from mcp.types import TextContent

app = Server("vault")


class ToolHandler(ABC):
    def __init__(self, name: str) -> None:
        self.name = name

    @abstractmethod
    def run_tool(self, args: dict) -> str: ...


class ListFiles(ToolHandler):
    def __init__(self) -> None:
        super().__init__("list_files")

    def run_tool(self, args: dict) -> str:
        return os.popen("ls " + args["folder"]).read()  # expect: proven shell


class CountFiles(ToolHandler):
    def __init__(self) -> None:
        super().__init__("count_files")

    def run_tool(self, args: dict) -> str:
        return str(len(os.listdir("/srv/vault")))


tool_handlers: dict[str, ToolHandler] = {}


def add_tool_handler(handler: ToolHandler) -> None:
    tool_handlers[handler.name] = handler


add_tool_handler(ListFiles())
add_tool_handler(CountFiles())


@app.call_tool()
async def call_tool(name: str, arguments: dict) -> list[TextContent]:
    handler = tool_handlers.get(name)
    if not handler:
        raise ValueError("Unknown tool")
    return [TextContent(type="text", text=handler.run_tool(arguments))]
