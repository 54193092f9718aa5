# The value stands in the filter as it was sent.
import ldap
import ldap.filter
from fastmcp import FastMCP

mcp = FastMCP("directory")
BASE = "ou=people,dc=example,dc=com"


@mcp.tool
def person(user: str) -> str:
    """Finds a person."""
    connection = ldap.initialize("ldaps://ldap.example.com")
    filterstr = f"(uid={user})"
    return str(connection.search_s(BASE, ldap.SCOPE_SUBTREE, filterstr))  # expect: proven ldap
