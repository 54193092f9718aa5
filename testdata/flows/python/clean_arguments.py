# Well-kept arguments of a low-level server: each is checked where it is used.
import re
import subprocess
from typing import Any

from mcp.server import Server

server = Server("monitor")
UNITS = {"nginx", "redis"}


def number(arguments: dict[str, Any], name: str, default: int) -> int:
    value = arguments.get(name, default)
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(f"{name} is no number")
    return value


def unit(arguments: dict[str, Any]) -> str:
    value = arguments.get("unit")
    if value not in UNITS:
        raise ValueError("Unknown unit")
    return value


def word(value: str) -> str:
    if re.fullmatch(r"[a-z]+", value) is None:
        raise ValueError("Not a word")
    return value


@server.call_tool()
async def call_tool(name: str, arguments: dict[str, Any]):
    if name == "tail":
        lines = number(arguments, "lines", 20)
        return subprocess.getoutput(f"journalctl -u {unit(arguments)} -n {lines}")
    if name == "grep":
        return subprocess.getoutput(f"journalctl -u nginx | grep {word(arguments['word'])}")
    known = unit(arguments)
    return subprocess.getoutput("systemctl status " + known)
