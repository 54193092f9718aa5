# The value stands in the expression.
from lxml import etree
from mcp.server.fastmcp import FastMCP

mcp = FastMCP("accounts")
TREE = etree.parse("/srv/accounts.xml")


@mcp.tool()
def account(name: str) -> int:
    """Counts accounts."""
    found = TREE.xpath(f"//account[@name='{name}']")  # expect: proven xpath
    return len(found)
