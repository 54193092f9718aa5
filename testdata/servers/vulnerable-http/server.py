# A server of reports over HTTP, with a web page beside it: debugging, open to all, believing any token.
import os
import subprocess
import traceback

import requests
from fastmcp import FastMCP
from flask import Flask

web = Flask(__name__)
# expect: unauthenticated-http-server
mcp = FastMCP("reports", host="0.0.0.0", port=8000)


@mcp.tool()
def report(name: str) -> str:
    """Gives a report of the last month."""
    try:
        # expect: no-time-limit
        subprocess.run(["make-report"], check=True)
        # expect: no-time-limit
        return requests.get("https://reports.acme-crm.com/last").text
    except Exception:
        # expect: stack-trace-in-result
        return f"Failed: {traceback.format_exc()}"


def keep(text: str) -> None:
    # expect: predictable-temp-file
    with open("/tmp/acme-reports.csv", "w") as file:
        file.write(text)
    # expect: world-writable-file
    os.chmod("/tmp/acme-reports.csv", 0o666)


if __name__ == "__main__":
    # expect: debug-mode
    web.run(port=5000, debug=True)
    # expect: deprecated-protocol-feature
    mcp.run(transport="sse")
