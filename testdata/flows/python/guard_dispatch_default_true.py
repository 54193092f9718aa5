# What is not in the table is an error.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("service")
SHORT = {"s": "start", "p": "stop"}


@mcp.tool()
def control(word: str) -> str:
    action = SHORT[word]
    return os.popen("rc-service app " + action).read()
