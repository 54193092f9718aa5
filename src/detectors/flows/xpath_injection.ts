import type { Rule } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";

export default {
  id: "xpath-injection",
  family: "data-flow",
  title: "A caller's value in an XPath expression",
  why: "A quote ends the value and what follows is part of the expression: whoever steers " +
    "the model reads any part of the document.",
  fix: "Pass values as variables of the expression, or compare them in your own code.",
  limits: "A server that is meant to evaluate any expression is reported too.",
  severity: "medium",
  confidence: "medium",
  cwe: ["CWE-643"],
  owasp: ["MCP05:2025", "LLM10:2026", "ASI05:2026"],
  atlas: ["AML.T0053"],
  since: "0.1.0",
  tags: ["injection", "data-flow"],
  matcher: { kind: "flow" },
  sinks: ["xpath"],
  bad: [
    {
      file: "server.py",
      code: `from lxml import etree

USERS = etree.parse("users.xml")

@mcp.tool()
def mail(name: str) -> str:
    return USERS.xpath(f"//user[@name='{name}']/mail/text()")[0]
`,
      note: "A value between quotes",
    },
    {
      file: "server.ts",
      code: `import xpath from "xpath";

server.tool("mail", shape, async ({ name }) => {
  return xpath.select("//user[@name='" + name + "']/mail", users).toString();
});
`,
      note: "Joined into a text",
    },
  ],
  good: [
    {
      file: "server.py",
      code: `from lxml import etree

USERS = etree.parse("users.xml")

@mcp.tool()
def mail(name: str) -> str:
    return USERS.xpath("//user[@name=$name]/mail/text()", name=name)[0]
`,
      note: "A variable of the expression",
    },
    {
      file: "server.ts",
      code: `import xpath from "xpath";

server.tool("mail", shape, async ({ name }) => {
  if (!/^[a-z0-9]+$/.test(name)) throw new Error("No such name");
  return xpath.select(\`//user[@name='\${name}']/mail\`, users).toString();
});
`,
      note: "Letters and digits only",
    },
  ],
} satisfies Rule<SyntaxTree>;
