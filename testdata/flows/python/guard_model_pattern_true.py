# The model's pattern is anchored at both ends.
import os

from mcp.server.fastmcp import FastMCP
from pydantic import BaseModel, Field

mcp = FastMCP("databases")


class BackupRequest(BaseModel):
    database: str = Field(pattern=r"^[a-z_]+$")
    compress: bool = True


@mcp.tool()
def backup(request: BackupRequest) -> str:
    """Backs a database up."""
    os.system(f"pg_dump {request.database} > /var/backups/last.sql")
    return "Done"
