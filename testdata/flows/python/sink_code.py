# Code is evaluated, compiled and given to an interpreter.
import subprocess
import sys

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("python")


@mcp.tool()
def run_python(code: str) -> str:
    """Runs Python."""
    scope: dict = {}
    exec(compile(code, "<tool>", "exec"), scope)  # expect: proven code
    done = subprocess.run([sys.executable, "-c", code], capture_output=True)  # expect: proven interpreter
    return done.stdout.decode()
