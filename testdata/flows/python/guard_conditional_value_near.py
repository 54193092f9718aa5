# The wrong side of the conditional keeps what was sent.
import subprocess

from fastmcp import FastMCP

mcp = FastMCP("formats")
FORMATS = ("png", "svg")


@mcp.tool
def render(output: str) -> str:
    """Renders the diagram."""
    chosen = "png" if output in FORMATS else output
    subprocess.run("dot -T" + chosen + " graph.dot", shell=True)  # expect: proven shell
    return "Rendered"
