# A server as a class: tools are registered within a method.
import subprocess

from fastmcp import FastMCP


class Server:
    def __init__(self, name: str) -> None:
        self.mcp = FastMCP(name)
        self._register()

    def _register(self) -> None:
        @self.mcp.tool
        def execute(command: str) -> str:
            return self._run(command)

    def _run(self, command: str) -> str:
        done = subprocess.run(command, shell=True, capture_output=True, text=True)  # expect: proven shell
        return done.stdout
