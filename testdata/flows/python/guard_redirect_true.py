# The target is one of the pages.
from mcp.server.fastmcp import FastMCP
from starlette.requests import Request
from starlette.responses import RedirectResponse

mcp = FastMCP("login")
PAGES = ("/", "/tools", "/settings")


@mcp.custom_route("/login", methods=["GET"])
async def login(request: Request) -> RedirectResponse:
    target = request.query_params.get("next", "/")
    if target not in PAGES:
        target = "/"
    return RedirectResponse(target)
