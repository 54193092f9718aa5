# The low-level arguments become a Pydantic model; a number in it is harmless.
import os

from mcp.server import Server
from pydantic import BaseModel

server = Server("tickets")


class Search(BaseModel):
    query: str
    limit: int = 10


@server.call_tool()
async def call_tool(name: str, arguments: dict):
    args = Search(**arguments)
    os.system(f"head -n {args.limit} tickets.txt")
    os.system(f"grep {args.query} tickets.txt")  # expect: proven shell
    return []
