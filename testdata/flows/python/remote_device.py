# A device's shell, told from a message that an object of one's own sends.
from mcp.server.fastmcp import FastMCP
from netmiko import ConnectHandler

from bridge import connection

mcp = FastMCP("devices")


@mcp.tool()
def show(what: str) -> str:
    device = ConnectHandler(host="10.0.0.1", device_type="cisco_ios")
    return device.send_command(what)  # expect: proven shell


@mcp.tool()
def play(scene: str) -> str:
    return connection().send_command(scene, {"loop": True})
