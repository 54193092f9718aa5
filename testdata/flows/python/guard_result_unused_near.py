# The validator tells, and nobody listens.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("printers")
PRINTERS = ["office", "lab"]


def is_printer(name: str) -> bool:
    return name in PRINTERS


@mcp.tool()
def clear_queue(printer: str) -> str:
    """Clears a printer's queue."""
    is_printer(printer)
    os.system(f"lprm -P {printer} -")  # expect: proven shell
    return "Cleared"
