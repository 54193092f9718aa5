# The low-level server: the arguments become a Pydantic model.
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
    line = f"git -C {args.repo_path} log -n {args.max_count}"
    process = subprocess.run(line, shell=True, capture_output=True, text=True)  # expect: proven shell
    return [TextContent(type="text", text=process.stdout)]
