# Every way to put a text into a line.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("texts")


@mcp.tool()
def show(name: str) -> None:
    os.system(f"cat {name!s:>20}")  # expect: proven shell
    os.system("cat %s" % name)  # expect: proven shell
    os.system("cat %(n)s" % {"n": name})  # expect: proven shell
    os.system("cat {}".format(name))  # expect: proven shell
    os.system("cat {n}".format(n=name))  # expect: proven shell
    os.system("cat " + name)  # expect: proven shell
    os.system(" ".join(["cat", name]))  # expect: proven shell
    os.system("cat NAME".replace("NAME", name))  # expect: proven shell
    os.system("cat %d" % len(name))
    os.system("cat {:d}".format(len(name)))
