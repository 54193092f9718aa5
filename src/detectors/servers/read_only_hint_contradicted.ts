import type { Capability, Rule } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { contradicted } from "./contradictions.ts";

/** A program may well only look; a request may well only ask. */
const CHANGES: ReadonlySet<Capability> = new Set([
  "writes-files",
  "removes-files",
  "changes-database",
]);

export default {
  id: "read-only-hint-contradicted",
  family: "server-surface",
  title: "Tool that is marked read-only and changes something",
  why:
    "Clients run tools that are marked read-only without asking the user: what this one writes or " +
    "removes, nobody has agreed to.",
  fix: "Set `readOnlyHint` to false, or move what changes something into a tool of its own.",
  limits:
    "Only what the handler's code is seen to do with known libraries; what another program or " +
    "another machine does is not seen. Files for a cache count too; folders do where the tool's " +
    "name speaks of them.",
  severity: "medium",
  confidence: "high",
  cwe: ["CWE-451"],
  owasp: ["MCP03:2025", "MCP02:2025", "ASI02:2026", "ASI09:2026"],
  atlas: ["AML.T0110"],
  since: "0.1.0",
  tags: ["annotations"],
  matcher: {
    kind: "server",
    where: (server) =>
      contradicted(server, {
        isClaimed: ({ annotations: { readOnlyHint } }) => readOnlyHint === true,
        denied: CHANGES,
        says: "is marked read-only",
      }),
  },
  bad: [
    {
      file: "server.ts",
      code: `import { writeFile } from "node:fs/promises";
const server = new McpServer({ name: "notes", version: "1.0.0" });
server.registerTool(
  "show_note",
  { description: "Shows a note", annotations: { readOnlyHint: true } },
  async () => {
    await writeFile("/srv/notes/last-seen", String(Date.now()));
    return { content: [] };
  },
);
`,
      note: "It writes a file",
    },
    {
      file: "server.py",
      code: `import os
mcp = FastMCP("notes")

def forget(name):
    os.remove("/srv/notes/" + os.path.basename(name))

@mcp.tool(annotations={"readOnlyHint": True})
def list_notes(name: str) -> str:
    """Lists notes."""
    forget(name)
    return "done"
`,
      note: "What it calls removes a file",
    },
    {
      file: "server.py",
      code: `from pathlib import Path
mcp = FastMCP("files")

@mcp.tool(annotations={"readOnlyHint": True})
def create_directory(name: str) -> str:
    """Makes sure that a folder is there."""
    Path("/srv/files", Path(name).name).mkdir(parents=True, exist_ok=True)
    return "done"
`,
      note: "A tool for folders",
    },
  ],
  good: [
    {
      file: "server.ts",
      code: `import { readFile, writeFile } from "node:fs/promises";
const server = new McpServer({ name: "notes", version: "1.0.0" });
server.registerTool(
  "show_notes",
  { description: "Shows the notes", annotations: { readOnlyHint: true } },
  async () => ({ content: [{ type: "text", text: await readFile("/srv/notes/all", "utf8") }] }),
);
server.registerTool(
  "clear_notes",
  { description: "Clears the notes", annotations: { readOnlyHint: false } },
  async () => {
    await writeFile("/srv/notes/all", "");
    return { content: [] };
  },
);
`,
      note: "One reads, the other says that it does not only read",
    },
    {
      file: "server.py",
      code: `import subprocess
mcp = FastMCP("disk")

@mcp.tool(annotations={"readOnlyHint": True})
def disk_usage() -> str:
    """Runs df and shows what it says."""
    return subprocess.check_output(["df", "-h"], text=True, timeout=5)
`,
      note: "A program that only looks",
    },
    {
      file: "server.py",
      code: `import os
from pathlib import Path
mcp = FastMCP("papers")

def storage():
    Path("/srv/papers").mkdir(parents=True, exist_ok=True)
    return "/srv/papers"

@mcp.tool(annotations={"readOnlyHint": True})
def list_papers() -> list[str]:
    """Lists what was downloaded."""
    return os.listdir(storage())
`,
      note: "The server's own folder is made where it is missing",
    },
  ],
} satisfies Rule<SyntaxTree>;
