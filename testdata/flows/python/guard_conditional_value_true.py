# What is not allowed becomes the default.
import subprocess

from fastmcp import FastMCP

mcp = FastMCP("formats")
FORMATS = ("png", "svg")


@mcp.tool
def render(output: str) -> str:
    """Renders the diagram."""
    chosen = output if output in FORMATS else "png"
    subprocess.run("dot -T" + chosen + " graph.dot", shell=True)
    return "Rendered"
