# A helper puts the value into a dictionary, and another into a list, that the tool made.
import os
import subprocess

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("objects")


def fill(options, unit):
    options["unit"] = unit


def add(words, unit):
    words.append(unit)


def describe(options, unit):
    options["about"] = "a unit"
    return len(unit)


@mcp.tool()
def stop(unit: str) -> int:
    """Stops a unit."""
    options = {}
    fill(options, unit)
    return os.system("systemctl stop " + options["unit"])  # expect: proven shell


@mcp.tool()
def start(unit: str) -> int:
    """Starts a unit."""
    words = ["systemctl", "start"]
    add(words, unit)
    return subprocess.run(" ".join(words), shell=True).returncode  # expect: proven shell


@mcp.tool()
def show(unit: str) -> int:
    """Shows a unit."""
    options = {}
    describe(options, unit)
    return os.system("systemctl show " + options["about"])
