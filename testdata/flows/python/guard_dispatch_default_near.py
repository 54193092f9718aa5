# What is not in the table is taken as it is.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("service")
SHORT = {"s": "start", "p": "stop"}


@mcp.tool()
def control(word: str) -> str:
    action = SHORT.get(word, word)
    return os.popen("rc-service app " + action).read()  # expect: proven shell
