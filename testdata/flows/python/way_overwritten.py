# What was sent is replaced on every way before it is used.
import os
import shlex

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("replaced")


@mcp.tool()
def archive(name: str, kind: str) -> str:
    """Archives."""
    command = name
    if kind == "zip":
        command = "zip -r out.zip ."
    elif kind == "tar":
        command = "tar cf out.tar ."
    else:
        command = "true"
    os.system(command)
    parts = {"name": name, "program": "tar"}
    parts["name"] = shlex.quote(name)
    os.system(parts["program"] + " cf out.tar " + parts["name"])
    return "Archived"
