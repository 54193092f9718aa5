# SQLAlchemy's `text` with a format, and with bound parameters.
from fastmcp import FastMCP
from sqlalchemy import create_engine, text

mcp = FastMCP("alchemy")
engine = create_engine("sqlite:///app.db")


@mcp.tool
def find(name: str) -> list:
    """Finds users."""
    with engine.connect() as connection:
        safe = connection.execute(text("SELECT * FROM users WHERE name = :name"), {"name": name})
        found = connection.execute(text(f"SELECT * FROM users WHERE name = '{name}'"))  # expect: proven sql
        return list(safe) + list(found)
