import type { Rule } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";

export default {
  id: "server-side-request-forgery",
  family: "data-flow",
  title: "A caller's value chooses where a request goes",
  why:
    "The server stands where its user stands: it reaches services on the machine, in the local " +
    "network and at the cloud's metadata address, and hands their answers to the model.",
  fix: "Allow hosts by name and compare the parsed URL's host with the list; refuse private " +
    "addresses after resolving, and redirects.",
  limits:
    "A value that fills in a path behind a fixed host is not reported. A server that is meant " +
    "to fetch any address is.",
  severity: "medium",
  confidence: "high",
  cwe: ["CWE-918"],
  owasp: ["MCP05:2025", "LLM10:2026", "ASI05:2026"],
  atlas: ["AML.T0053"],
  since: "0.1.0",
  tags: ["injection", "data-flow"],
  matcher: { kind: "flow" },
  sinks: ["url"],
  bad: [
    {
      file: "server.py",
      code: `import requests

@mcp.tool()
def fetch(url: str) -> str:
    if not url.startswith("https://"):
        raise ValueError("Only https")
    return requests.get(url, timeout=10).text
`,
      note: "A check of the scheme says nothing of the host",
    },
    {
      file: "server.py",
      code: `import httpx

@mcp.tool()
async def status(host: str) -> str:
    async with httpx.AsyncClient() as client:
        response = await client.get(f"http://{host}/status")
        return response.text
`,
      note: "The host itself",
    },
  ],
  good: [
    {
      file: "server.py",
      code: `import requests
from urllib.parse import urlparse

HOSTS = {"api.acme.example", "docs.acme.example"}

@mcp.tool()
def fetch(url: str) -> str:
    if urlparse(url).hostname not in HOSTS:
        raise ValueError("Not an allowed host")
    return requests.get(url, timeout=10, allow_redirects=False).text
`,
      note: "The parsed host, one of a list",
    },
    {
      file: "server.py",
      code: `import requests

@mcp.tool()
def issue(number: str) -> str:
    return requests.get(f"https://api.acme.example/issues/{number}", timeout=10).text
`,
      note: "A part of the path, behind a fixed host",
    },
  ],
} satisfies Rule<SyntaxTree>;
