import type { Rule } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";

export default {
  id: "archive-path-traversal",
  family: "data-flow",
  title: "A caller's archive is unpacked under its own names",
  why: "Names in an archive may hold `..` or a link that leads out of the folder: whoever " +
    "made it writes where they like, and what they write may run next.",
  fix: 'Pass `filter="data"` to tarfile; elsewhere resolve each name and check that it lies ' +
    "in the folder.",
  limits: "From Python 3.14 on tarfile checks names by itself, which the code does not show. " +
    "Python's zipfile, and unpackers of npm that check names in their current versions, " +
    "are not reported; entries written by hand are reported as path-traversal.",
  severity: "high",
  confidence: "medium",
  cwe: ["CWE-22"],
  owasp: ["MCP05:2025", "LLM10:2026", "ASI05:2026"],
  atlas: ["AML.T0053"],
  since: "0.1.0",
  tags: ["injection", "data-flow"],
  matcher: { kind: "flow" },
  sinks: ["archive"],
  bad: [
    {
      file: "server.py",
      code: `import tarfile

@mcp.tool()
def unpack(archive: str) -> str:
    with tarfile.open(archive) as tar:
        tar.extractall("/srv/uploads")
    return "ok"
`,
      note: "Every entry, wherever it leads",
    },
    {
      file: "server.py",
      code: `import base64, io, tarfile

@mcp.tool()
def upload(data: str) -> str:
    tar = tarfile.open(fileobj=io.BytesIO(base64.b64decode(data)))
    for member in tar.getmembers():
        tar.extract(member, "/srv/uploads")
    return "ok"
`,
      note: "One by one, out of what was sent",
    },
  ],
  good: [
    {
      file: "server.py",
      code: `import base64, io, tarfile, zipfile

@mcp.tool()
def unpack(data: str) -> str:
    archive = io.BytesIO(base64.b64decode(data))
    with tarfile.open(fileobj=archive) as tar:
        tar.extractall("/srv/uploads", filter="data")
    zipfile.ZipFile(archive).extractall("/srv/uploads")
    return "ok"
`,
      note: "The filter leaves out what climbs; zipfile always does",
    },
    {
      file: "server.py",
      code: `import tarfile

with tarfile.open("templates.tar.gz") as tar:
    tar.extractall("/srv/templates")
`,
      note: "An archive of the server's own",
    },
  ],
} satisfies Rule<SyntaxTree>;
