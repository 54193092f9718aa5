# Functions with some of their arguments given before, kept, and handed to an executor.
import asyncio
import functools
import subprocess
from functools import partial

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("partial")
shell = functools.partial(subprocess.run, shell=True, capture_output=True)


def convert(form: str, file: str) -> None:
    subprocess.run(f"convert -format {form} in.png", shell=True)
    subprocess.run(f"convert {file}", shell=True)  # expect: proven shell


@mcp.tool()
def lines(file: str) -> str:
    return shell(f"wc -l {file}").stdout.decode()  # expect: proven shell


@mcp.tool()
async def picture(file: str) -> str:
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(None, partial(convert, "png", file=file))
    return "Done"
