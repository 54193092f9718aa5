# Tools are objects of classes without a common base, in a table that a function fills.
import os

from mcp.server import Server

app = Server("vault")


class ListFiles:
    name = "list_files"

    def run_tool(self, args: dict) -> str:
        return os.popen("ls " + args["folder"]).read()  # expect: proven shell


tools = {}


def add(tool) -> None:
    tools[tool.name] = tool


add(ListFiles())


@app.call_tool()
async def call_tool(name: str, arguments: dict) -> list:
    tool = tools[name]
    return [tool.run_tool(arguments)]
