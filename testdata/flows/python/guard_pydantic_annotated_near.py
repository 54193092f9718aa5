# The pattern has no end.
import os
from typing import Annotated

from mcp.server.fastmcp import FastMCP
from pydantic import Field

mcp = FastMCP("images")


@mcp.tool()
def pull(image: Annotated[str, Field(pattern=r"^[a-z]+")]) -> str:
    return os.popen(f"docker pull {image}").read()  # expect: proven shell
