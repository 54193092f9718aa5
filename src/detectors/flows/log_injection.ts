import type { Rule } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";

export default {
  id: "log-injection",
  family: "data-flow",
  title: "A caller's value may begin a line of a log file",
  why: "A line break in the value begins a line of its own: whoever steers the model writes " +
    "entries that never happened, and hides those that did.",
  fix: "Write entries as JSON, or with `%r`; replace line breaks.",
  limits: "Looks at files that are named as logs and written to line by line. What goes " +
    "through a logging library, or to the console, is not reported: how its lines end up " +
    "is not in the code.",
  severity: "low",
  confidence: "medium",
  cwe: ["CWE-117"],
  owasp: ["MCP08:2025", "LLM10:2026", "ASI09:2026"],
  atlas: [],
  since: "0.1.0",
  tags: ["injection", "data-flow"],
  matcher: { kind: "flow" },
  sinks: ["log"],
  bad: [
    {
      file: "server.py",
      code: `@mcp.tool()
def login(user: str) -> str:
    with open("/var/log/acme/audit.log", "a") as log:
        log.write(f"login by {user}\\n")
    return "ok"
`,
      note: "A line for each call",
    },
    {
      file: "server.ts",
      code: `import fs from "node:fs";

const LOG = "/srv/acme/audit.log";
server.tool("login", shape, async ({ user }) => {
  fs.appendFileSync(LOG, \`\${new Date().toISOString()} login by \${user}\\n\`);
});
`,
      note: "A file whose name says log",
    },
  ],
  good: [
    {
      file: "server.py",
      code: `import json

@mcp.tool()
def login(user: str) -> str:
    with open("/var/log/acme/audit.log", "a") as log:
        log.write(json.dumps({"login": user}) + "\\n")
        log.write(f"login by {user!r}\\n")
    return "ok"
`,
      note: "As JSON; and as a literal",
    },
    {
      file: "server.ts",
      code: `import fs from "node:fs";

server.tool("login", shape, async ({ user }) => {
  fs.appendFileSync("audit.log", \`login by \${user.replace(/[\\r\\n]/g, " ")}\\n\`);
  fs.appendFileSync("audit.log", \`\${JSON.stringify({ user })}\\n\`);
  console.error(\`login by \${user}\`);
});
`,
      note: "Without line breaks; as JSON; to the console",
    },
  ],
} satisfies Rule<SyntaxTree>;
