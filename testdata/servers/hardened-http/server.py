# The same reports: on this machine, with limits, and errors that stay in the log.
import logging
import os
import subprocess
import tempfile
import traceback

import requests
from fastmcp import FastMCP
from flask import Flask

web = Flask(__name__)
mcp = FastMCP("reports", auth=verifier, host="127.0.0.1", port=8000)


@mcp.tool()
def report(name: str) -> str:
    """Gives a report of the last month."""
    try:
        subprocess.run(["make-report"], check=True, timeout=60)
        address = "https://reports.acme-crm.com/last"
        return requests.get(address, headers={"X-API-Key": KEY}, timeout=10).text
    except Exception:
        logging.error("report: %s", traceback.format_exc())
        return "The report could not be made"


def keep(text: str) -> str:
    with tempfile.NamedTemporaryFile("w", suffix=".csv", delete=False) as file:
        file.write(text)
    os.chmod(file.name, 0o600)
    return file.name


if __name__ == "__main__":
    web.run(port=5000, debug=settings.debug)
    mcp.run(transport="streamable-http")
