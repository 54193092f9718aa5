# A low-level prompt and a low-level resource.
from urllib.parse import urlparse

import mcp.types as types
from mcp.server import Server
from pydantic import AnyUrl

server = Server("library")


@server.get_prompt()
async def get_prompt(name: str, arguments: dict[str, str] | None) -> types.GetPromptResult:
    with open("/srv/prompts/" + arguments["topic"]) as file:  # expect: proven path
        text = file.read()
    message = types.PromptMessage(role="user", content=types.TextContent(type="text", text=text))
    return types.GetPromptResult(description="A prompt", messages=[message])


@server.read_resource()
async def read_resource(uri: AnyUrl) -> str:
    path = urlparse(str(uri)).path
    with open(path) as file:  # expect: proven path
        return file.read()
