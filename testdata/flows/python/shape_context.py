# The context is the server's own; the argument beside it is not.
import subprocess

from mcp.server.fastmcp import Context, FastMCP

mcp = FastMCP("builds")


@mcp.tool()
async def build(ctx: Context, target: str) -> str:
    """Builds a target."""
    await ctx.info("Building")
    subprocess.run(f"echo {ctx.request_id} >> builds.txt", shell=True)
    await ctx.report_progress(1, 2)
    subprocess.run("make " + target, shell=True)  # expect: proven shell
    return "Built"
