# Only the number of a resource's address reaches the file's name.
from mcp.server.fastmcp import FastMCP

mcp = FastMCP("logs")


@mcp.resource("logs://{service}/{day}")
def log(service: str, day: int) -> str:
    return open(f"/var/log/app/{day}.txt").read()
