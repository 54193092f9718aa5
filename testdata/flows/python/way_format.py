# Every way to format a text.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("texts")


@mcp.tool()
def texts(name: str) -> str:
    """Formats texts."""
    os.system("ls {0} {flag}".format(name, flag="-l"))  # expect: proven shell
    os.system("ls {path}".format(path=name))  # expect: proven shell
    os.system("ls %(path)s" % {"path": name})  # expect: proven shell
    os.system(" ".join(["ls", "-l", name]))  # expect: proven shell
    line = "ls "
    line += name
    os.system(line)  # expect: proven shell
    os.system("ls {0}".format(len(name)))
    os.system("ls %d" % len(name))
    return "Listed"
