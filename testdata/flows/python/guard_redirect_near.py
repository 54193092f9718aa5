# A target that begins with a slash may begin with two, and name another host.
from mcp.server.fastmcp import FastMCP
from starlette.requests import Request
from starlette.responses import RedirectResponse

mcp = FastMCP("login")
PAGES = ("/", "/tools", "/settings")


@mcp.custom_route("/login", methods=["GET"])
async def login(request: Request) -> RedirectResponse:
    target = request.query_params.get("next", "/")
    if not target.startswith("/"):
        target = "/"
    return RedirectResponse(target)  # expect: proven redirect
