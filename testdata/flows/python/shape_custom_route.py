# A route of the server's own, beside its tools.
import subprocess

from mcp.server.fastmcp import FastMCP
from starlette.requests import Request
from starlette.responses import PlainTextResponse

mcp = FastMCP("health")


@mcp.custom_route("/health", methods=["GET"])
async def health(request: Request) -> PlainTextResponse:
    host = request.query_params["host"]
    return PlainTextResponse(subprocess.getoutput("ping -c 1 " + host))  # expect: proven shell
