import subprocess

from mcp.server.fastmcp import FastMCP

from tracing import traced

mcp = FastMCP("example")


@mcp.tool()
@traced("read")
def read(path: str) -> str:
    with open(path) as file:  # expect: proven path
        return file.read()


@mcp.tool()
@traced("run")
def run(command: str) -> str:
    return subprocess.run(command, shell=True, capture_output=True).stdout  # expect: proven shell
