# Tuples, starred names and nested targets.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("unpacking")


@mcp.tool()
def copy(pair: str, note: str) -> str:
    """Copies."""
    source, _, target = pair.partition(":")
    first, *rest = ["fixed", target, note]
    (kind, (user, _)) = ("scp", ("root", note))
    os.system(f"{kind} {first} {user}@host")
    os.system(f"{kind} {rest[0]}")  # expect: proven shell
    os.system(f"cp {source} /tmp")  # expect: proven shell
    return "Copied"
