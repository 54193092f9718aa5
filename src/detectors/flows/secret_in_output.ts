import type { Rule } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";

export default {
  id: "secret-in-output",
  family: "data-flow",
  title: "A secret of the environment leaves the server",
  why: "What a tool gives back is read by the model, kept in conversations and sent on; what is " +
    "logged stays in files that others read. Neither is a place for a key.",
  fix: "Say that the secret is set, not what it is; keep it out of results and logs.",
  limits: "Known by the variable's name, such as `API_KEY`; a part of it, or a hash, is not told.",
  severity: "medium",
  confidence: "medium",
  cwe: ["CWE-200", "CWE-532"],
  owasp: ["MCP01:2025", "LLM02:2026", "ASI03:2026"],
  atlas: ["AML.T0055"],
  since: "0.1.0",
  tags: ["secrets", "data-flow"],
  matcher: { kind: "flow" },
  sinks: ["result", "outgoing"],
  sources: ["secret"],
  bad: [
    {
      file: "server.py",
      code: `import os

@mcp.tool()
def status() -> str:
    key = os.environ["ACME_API_KEY"]
    return f"Connected with {key}"
`,
      note: "In what the tool gives back",
    },
    {
      file: "server.js",
      code: `const token = process.env.GITHUB_TOKEN;
console.error(\`Starting with token \${token}\`);
`,
      note: "In a log",
    },
  ],
  good: [
    {
      file: "server.py",
      code: `import os

@mcp.tool()
def status() -> str:
    key = os.environ.get("ACME_API_KEY")
    return "Connected" if key else "No key is set"
`,
      note: "Only whether there is one",
    },
    {
      file: "server.js",
      code: `const token = process.env.GITHUB_TOKEN;
console.error(token ? "Token found" : "GITHUB_TOKEN is not set");
`,
      note: "Only whether there is one",
    },
  ],
} satisfies Rule<SyntaxTree>;
