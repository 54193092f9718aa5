# The server object stands in a file of its own, the tools in others.
from mcp.server.fastmcp import FastMCP

mcp = FastMCP("modular")
