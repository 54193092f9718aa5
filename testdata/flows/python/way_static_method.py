# Static and class methods.
import subprocess

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("docker")


class Docker:
    binary = "docker"

    @staticmethod
    def quoted(name: str) -> str:
        return '"' + name + '"'

    @classmethod
    def logs(cls, name: str) -> str:
        return subprocess.getoutput(f"{cls.binary} logs {cls.quoted(name)}")  # expect: proven shell


@mcp.tool()
def logs(container: str) -> str:
    return Docker.logs(container)
