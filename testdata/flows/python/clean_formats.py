# Values of other types in texts: numbers, dates, identifiers, lengths.
import os
from datetime import date, datetime, timedelta
from uuid import UUID

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("archive")


@mcp.tool()
def archive(ident: str, since: str, day: date, share: float = 0.5, dry: bool = False) -> str:
    """Archives what is older."""
    start = datetime.fromisoformat(since) - timedelta(days=1)
    key = UUID(ident)
    os.system(f"archive {key} --since {start:%Y-%m-%d} --day {day.isoformat()} --share {share:.2f} --dry {dry}")
    os.system("archive --length %d" % len(ident))
    os.system("archive --rounded {}".format(round(float(since), 2)) if dry else "archive")
    return "Archived"
