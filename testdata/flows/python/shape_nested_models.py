# A model within a model, in a list.
import os

from mcp.server.fastmcp import FastMCP
from pydantic import BaseModel

mcp = FastMCP("batch")


class Step(BaseModel):
    command: str


class Plan(BaseModel):
    title: str
    steps: list[Step]


@mcp.tool()
def run(plan: Plan) -> int:
    for step in plan.steps:
        os.system(step.command)  # expect: proven shell
    return len(plan.steps)
