# What is set in try is used in finally.
import os
import shutil
import tempfile

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("temporary")


@mcp.tool()
def work(scratch: str = "") -> str:
    folder = tempfile.mkdtemp()
    try:
        if scratch:
            folder = scratch
        return str(len(os.path.basename(folder)))
    finally:
        shutil.rmtree(folder)  # expect: proven path
