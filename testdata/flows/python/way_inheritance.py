# The subclass says what the base class runs.
import subprocess
from abc import ABC, abstractmethod

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("linters")


class Linter(ABC):
    def __init__(self, file: str) -> None:
        self.file = file

    @abstractmethod
    def command(self) -> str: ...

    def run(self) -> str:
        return subprocess.getoutput(self.command())  # expect: proven shell


class Flake(Linter):
    def command(self) -> str:
        return "flake8 " + self.file


@mcp.tool()
def lint(file: str) -> str:
    """Lints a file."""
    return Flake(file).run()
