# A table of functions by the tool's name.
import subprocess

from mcp.server import Server

app = Server("media")


def trim(arguments: dict) -> str:
    return subprocess.getoutput(f"ffmpeg -i {arguments['file']} -t 10 out.mp4")  # expect: proven shell


def probe(arguments: dict) -> str:
    return subprocess.check_output(["ffprobe", "-i", arguments["file"]], text=True)


TOOLS = {"trim": trim, "probe": probe}


@app.call_tool()
async def call(name, arguments):
    tool = TOOLS.get(name)
    if tool is None:
        raise ValueError("No such tool")
    return tool(arguments)
