# A well-kept low-level server: models with patterns, and dispatch on the name.
import subprocess
from enum import Enum
from typing import Annotated

from mcp.server import Server
from mcp.types import TextContent, Tool
from pydantic import BaseModel, Field, field_validator

server = Server("services")


class Action(str, Enum):
    START = "start"
    STOP = "stop"


class Control(BaseModel):
    unit: Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*$")]
    action: Action


class Tail(BaseModel):
    unit: str
    lines: int = Field(default=50, ge=1, le=500)

    @field_validator("unit")
    @classmethod
    def known(cls, value: str) -> str:
        if value not in ("nginx", "redis"):
            raise ValueError("Unknown unit")
        return value


@server.list_tools()
async def list_tools() -> list[Tool]:
    return [
        Tool(name="control", description="Controls a unit", inputSchema=Control.model_json_schema()),
        Tool(name="tail", description="Shows a log", inputSchema=Tail.model_json_schema()),
    ]


@server.call_tool()
async def call_tool(name: str, arguments: dict) -> list[TextContent]:
    if name == "control":
        control = Control(**arguments)
        output = subprocess.getoutput(f"systemctl {control.action.value} {control.unit}")
    elif name == "tail":
        tail = Tail.model_validate(arguments)
        output = subprocess.getoutput(f"journalctl -n {tail.lines} -u {tail.unit}")
    else:
        raise ValueError("Unknown tool")
    return [TextContent(type="text", text=output)]
