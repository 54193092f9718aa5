# The model holds the key to letters and digits.
import os

from mcp.server.fastmcp import FastMCP
from pydantic import BaseModel, Field

mcp = FastMCP("tickets")


class Ticket(BaseModel):
    key: str = Field(pattern=r"^[A-Z]{2,8}$")


@mcp.tool()
def show(ticket: Ticket) -> str:
    return os.popen(f"jira view {ticket.key}").read()
