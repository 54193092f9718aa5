# A well-kept memory: what is sent is kept as JSON in one file that is fixed.
import json
import logging
from pathlib import Path

from mcp.server.fastmcp import FastMCP

logger = logging.getLogger("memory")
mcp = FastMCP("memory")
STORE = Path.home() / ".memory.json"


def load() -> dict[str, list[str]]:
    if not STORE.exists():
        return {}
    return json.loads(STORE.read_text())


@mcp.tool()
def remember(entity: str, facts: list[str]) -> str:
    """Remembers facts."""
    graph = load()
    graph.setdefault(entity, []).extend(facts)
    STORE.write_text(json.dumps(graph, indent=2))
    logger.info("Remembered %d facts of %r", len(facts), entity)
    return "Remembered"


@mcp.tool()
def recall(entity: str) -> list[str]:
    """Recalls facts."""
    return load().get(entity, [])
