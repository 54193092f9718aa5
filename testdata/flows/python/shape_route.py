# A route of the server's own HTTP application.
import os

from mcp.server.fastmcp import FastMCP
from starlette.requests import Request
from starlette.responses import PlainTextResponse

mcp = FastMCP("web")


@mcp.custom_route("/logs", methods=["GET"])
async def logs(request: Request) -> PlainTextResponse:
    service = request.query_params["service"]
    return PlainTextResponse(os.popen(f"journalctl -u {service}").read())  # expect: proven shell
