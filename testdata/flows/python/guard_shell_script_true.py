# The script is fixed, and the value is one of its parameters.
import asyncio

from fastmcp import FastMCP

mcp = FastMCP("words")


@mcp.tool
async def frequency(text: str) -> str:
    """Counts words."""
    script, pipe = "echo \"$1\" | tr ' ' '\n' | sort | uniq -c", asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec("bash", "-c", script, "count", text, stdout=pipe)
    output, _ = await process.communicate()
    return output.decode()
