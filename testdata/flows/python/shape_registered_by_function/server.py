# Tools of another file are registered by a function that takes the server.
from mcp.server.fastmcp import FastMCP

from tools.search import register

mcp = FastMCP("search")
register(mcp)

if __name__ == "__main__":
    mcp.run()
