# Keyword arguments travel through `**kwargs`; the fixed one stays fixed.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("keywords")


def run(**options) -> None:
    os.system("tool --mode " + options["mode"])
    os.system("tool --input " + options["source"])  # expect: proven shell


def run_all(*args, **kwargs) -> None:
    run(*args, mode="fast", **kwargs)


@mcp.tool()
def process(source: str) -> str:
    """Processes a source."""
    run_all(source=source)
    return "Processed"
