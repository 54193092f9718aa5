# The validator tells, and its answer is heeded.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("printers")
PRINTERS = ["office", "lab"]


def is_printer(name: str) -> bool:
    return name in PRINTERS


@mcp.tool()
def clear_queue(printer: str) -> str:
    """Clears a printer's queue."""
    if not is_printer(printer):
        return "Unknown printer"
    os.system(f"lprm -P {printer} -")
    return "Cleared"
