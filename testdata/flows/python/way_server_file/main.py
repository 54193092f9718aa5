import tools_system
from app import mcp

mcp.run()
