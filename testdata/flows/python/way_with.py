# A context manager of the program's own hands the value on.
import os
from contextlib import contextmanager

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("mounts")


@contextmanager
def mounted(device: str):
    os.system(f"mount {device} /mnt")  # expect: proven shell
    try:
        yield device
    finally:
        os.system("umount /mnt")


@mcp.tool()
def inspect(device: str) -> str:
    """Inspects a device."""
    with mounted(device) as name:
        os.system(f"blkid {name}")  # expect: proven shell
    return "Inspected"
