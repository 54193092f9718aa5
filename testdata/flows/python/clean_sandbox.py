# A well-kept runner of code: the program is fixed, and what is sent goes to its input.
import asyncio
import sys

from fastmcp import Context, FastMCP

mcp = FastMCP("sandbox")


@mcp.tool
async def run(code: str, ctx: Context, timeout: float = 5.0) -> str:
    """Formats code."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-I", "-m", "black", "-", stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
    )
    try:
        output, _ = await asyncio.wait_for(process.communicate(code.encode()), timeout)
    except asyncio.TimeoutError:
        process.kill()
        await ctx.error("Too slow")
        return ""
    return output.decode()
