# The low-level server: only the number of the model goes into the line.
import subprocess

from mcp.server import Server
from mcp.types import TextContent
from pydantic import BaseModel

server = Server("git")


class GitLog(BaseModel):
    repo_path: str
    max_count: int = 10


@server.call_tool()
async def call_tool(name: str, arguments: dict) -> list[TextContent]:
    args = GitLog(**arguments)
    line = f"git log -n {args.max_count}"
    process = subprocess.run(line, shell=True, capture_output=True, text=True)
    return [TextContent(type="text", text=process.stdout)]
