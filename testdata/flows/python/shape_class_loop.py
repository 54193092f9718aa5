# Bound methods are registered in a loop.
import pickle

from fastmcp import FastMCP


class Cache:
    def __init__(self) -> None:
        self.entries: dict[str, bytes] = {}

    def load(self, data: str) -> str:
        """Loads entries."""
        self.entries.update(pickle.loads(bytes.fromhex(data)))  # expect: proven deserialization
        return "Loaded"

    def size(self) -> int:
        """Counts the entries."""
        return len(self.entries)


mcp = FastMCP("cache")
cache = Cache()
for method in (cache.load, cache.size):
    mcp.tool(method)
