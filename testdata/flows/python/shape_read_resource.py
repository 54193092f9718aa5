# The low-level server: the address of a resource is a file's.
from urllib.parse import unquote

from mcp.server.lowlevel import Server
from pydantic import AnyUrl

app = Server("files")


@app.read_resource()
async def read_resource(uri: AnyUrl) -> str:
    path = unquote(str(uri).removeprefix("file://"))
    with open(path) as file:  # expect: proven path
        return file.read()
