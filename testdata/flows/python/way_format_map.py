# `format_map` and a text built in a StringIO.
import io
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("more texts")


@mcp.tool()
def texts(name: str) -> str:
    """Formats texts."""
    os.system("ls {path}".format_map({"path": name}))  # expect: proven shell
    buffer = io.StringIO()
    buffer.write("ls ")
    buffer.write(name)
    os.system(buffer.getvalue())  # expect: proven shell
    return "Listed"
