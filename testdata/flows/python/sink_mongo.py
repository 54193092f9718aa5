# A query document that was sent as a whole.
import json

from mcp.server.fastmcp import FastMCP
from pymongo import MongoClient

mcp = FastMCP("mongo")
users = MongoClient().app.users


@mcp.tool()
def find_user(query: str) -> str:
    """Finds a user."""
    user = users.find_one(json.loads(query))  # expect: proven nosql
    return str(user)
