# A list of words, but its program is a shell and the value stands in the script.
import asyncio

from fastmcp import FastMCP

mcp = FastMCP("words")


@mcp.tool
async def frequency(text: str) -> str:
    """Counts words."""
    script, pipe = f"echo {text} | tr ' ' '\n' | sort | uniq -c", asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec("bash", "-c", script, stdout=pipe)  # expect: proven shell
    output, _ = await process.communicate()
    return output.decode()
