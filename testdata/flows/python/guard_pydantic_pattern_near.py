# The model bounds the length, not the letters.
import os

from mcp.server.fastmcp import FastMCP
from pydantic import BaseModel, Field

mcp = FastMCP("tickets")


class Ticket(BaseModel):
    key: str = Field(min_length=3, max_length=64)


@mcp.tool()
def show(ticket: Ticket) -> str:
    return os.popen(f"jira view {ticket.key}").read()  # expect: proven shell
