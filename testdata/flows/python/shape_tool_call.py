# The decorator is called with a name and a description.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("host", instructions="Tells about this machine")


@mcp.tool(name="disk_usage", description="Disk usage of a folder")
async def usage(folder: str) -> str:
    return os.popen(f"du -sh {folder}").read()  # expect: proven shell


if __name__ == "__main__":
    mcp.run(transport="stdio")
