# A handler is put into the low-level server's table itself.
import os

import mcp.types as types
from mcp.server import Server

server = Server("shell")


async def handle_call(request: types.CallToolRequest) -> types.ServerResult:
    command = request.params.arguments["command"]
    output = os.popen(command).read()  # expect: proven shell
    content = [types.TextContent(type="text", text=output)]
    return types.ServerResult(types.CallToolResult(content=content))


server.request_handlers[types.CallToolRequest] = handle_call
