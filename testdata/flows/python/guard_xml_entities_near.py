# The parser follows entities.
from lxml import etree
from mcp.server.fastmcp import FastMCP

mcp = FastMCP("feeds")


@mcp.tool()
def entries(feed: str) -> int:
    """Counts a feed's entries."""
    parser = etree.XMLParser(resolve_entities=True)
    root = etree.fromstring(feed.encode(), parser)  # expect: proven xml
    return len(root.findall("entry"))
