# A bad name is logged, and then used.
import logging
import os
import re

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("net")
logger = logging.getLogger(__name__)


@mcp.tool()
def trace(host: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9.]+", host):
        logger.warning("Suspicious host")
    return os.popen(f"traceroute {host}").read()  # expect: proven shell
