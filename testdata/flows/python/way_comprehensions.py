# Lists, sets, dictionaries and generators that are made of what was sent.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("words")


@mcp.tool()
def run(words: list[str], pairs: dict[str, str]) -> None:
    os.system(" ".join([word.lower() for word in words if word]))  # expect: proven shell
    os.system(" ".join(sorted({word for word in words})))  # expect: proven shell
    os.system(" ".join(f"{k}={v}" for k, v in pairs.items()))  # expect: proven shell
    table = {str(i): word for i, word in enumerate(words)}
    os.system(table["0"])  # expect: proven shell
    os.system(" ".join(str(len(word)) for word in words))
