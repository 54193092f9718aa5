# The model's pattern has no anchors: it is searched for in the text.
import os

from mcp.server.fastmcp import FastMCP
from pydantic import BaseModel, Field

mcp = FastMCP("databases")


class BackupRequest(BaseModel):
    database: str = Field(pattern=r"[a-z_]+")
    compress: bool = True


@mcp.tool()
def backup(request: BackupRequest) -> str:
    """Backs a database up."""
    os.system(f"pg_dump {request.database} > /var/backups/last.sql")  # expect: proven shell
    return "Done"
