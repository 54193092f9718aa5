import type { Rule } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";

export default {
  id: "unmarked-page-in-result",
  family: "data-flow",
  title: "A stranger's page is given to the model unmarked",
  why: "The page may hold instructions to the model. Unmarked, nothing tells them from what the " +
    "tool itself says.",
  fix: "Put it between marks that say it is untrusted content, and tell so in the description.",
  limits: "Only where the caller chooses the address; marks are known by their words or tags.",
  severity: "low",
  confidence: "low",
  cwe: ["CWE-1427"],
  owasp: ["MCP06:2025", "MCP10:2025", "LLM01:2026", "ASI01:2026"],
  atlas: ["AML.T0051.001"],
  since: "0.1.0",
  tags: ["prompt-injection", "data-flow"],
  matcher: { kind: "flow" },
  sinks: ["result"],
  sources: ["page"],
  bad: [
    {
      file: "server.py",
      code: `import httpx

@mcp.tool()
def read_page(url: str) -> str:
    return httpx.get(url).text
`,
      note: "The page as it is",
    },
    {
      file: "server.js",
      code: `server.tool("read_page", { url: z.string() }, async ({ url }) => {
  const response = await fetch(url);
  return { content: [{ type: "text", text: await response.text() }] };
});
`,
      note: "The page as it is",
    },
  ],
  good: [
    {
      file: "server.py",
      code: `import httpx

@mcp.tool()
def rates(currency: str) -> str:
    return httpx.get(f"https://rates.acme.example/v1/{currency}").text
`,
      note: "A service of the server's own choice",
    },
    {
      file: "server.js",
      code: `server.tool("size_of_page", { page: z.enum(["home", "help"]) }, async ({ page }) => {
  const response = await fetch("https://acme.example/" + page);
  return { content: [{ type: "text", text: await response.text() }] };
});
`,
      note: "A page of the server's own",
    },
  ],
} satisfies Rule<SyntaxTree>;
