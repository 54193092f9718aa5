# A function is registered by a call.
import os

from mcp.server.fastmcp import FastMCP


def reboot(host: str) -> str:
    """Reboots a host."""
    os.system(f"ssh {host} reboot")  # expect: proven shell
    return "Rebooting"


def create_server() -> FastMCP:
    server = FastMCP("fleet")
    server.add_tool(reboot, name="reboot_host", description="Reboots a host")
    return server


create_server().run()
