# A pool of threads: `submit` and `map` call what they are given.
import os
from concurrent.futures import ThreadPoolExecutor

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("pool")


def resize(image: str) -> int:
    return os.system(f"mogrify -resize 50% {image}")  # expect: proven shell


def rotate(image: str) -> int:
    return os.system(f"mogrify -rotate 90 {image}")  # expect: proven shell


@mcp.tool()
def process(images: list[str]) -> int:
    """Processes images."""
    with ThreadPoolExecutor(max_workers=4) as pool:
        futures = [pool.submit(rotate, image) for image in images]
        codes = list(pool.map(resize, images))
    return sum(codes) + len(futures)
