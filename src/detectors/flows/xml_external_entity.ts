import type { Rule } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";

export default {
  id: "xml-external-entity",
  family: "data-flow",
  title: "A caller's XML goes to a parser that follows entities",
  why: "An entity names a file or an address that the parser fetches into the document: " +
    "keys of the machine, or services that only it reaches.",
  fix: "Parse with entities off (`resolve_entities=False`, no `noent`), or with defusedxml.",
  limits: "Reports parsers that are told to follow entities. lxml before version 5 follows " +
    "them without being told, which the code does not show.",
  severity: "high",
  confidence: "high",
  cwe: ["CWE-611"],
  owasp: ["MCP05:2025", "LLM10:2026", "ASI05:2026"],
  atlas: ["AML.T0053"],
  since: "0.1.0",
  tags: ["injection", "data-flow"],
  matcher: { kind: "flow" },
  sinks: ["xml"],
  bad: [
    {
      file: "server.py",
      code: `from lxml import etree

@mcp.tool()
def title(document: str) -> str:
    parser = etree.XMLParser(resolve_entities=True, no_network=False)
    return etree.fromstring(document.encode(), parser).findtext("title")
`,
      note: "Told to follow them",
    },
    {
      file: "server.ts",
      code: `import libxmljs from "libxmljs2";

server.tool("title", shape, async ({ document }) => {
  const parsed = libxmljs.parseXml(document, { noent: true });
  return parsed.get("//title").text();
});
`,
      note: "The option is named as if it meant none",
    },
  ],
  good: [
    {
      file: "server.py",
      code: `import defusedxml.ElementTree
from lxml import etree

@mcp.tool()
def title(document: str) -> str:
    defusedxml.ElementTree.fromstring(document)
    parser = etree.XMLParser(resolve_entities=False)
    return etree.fromstring(document.encode(), parser).findtext("title")
`,
      note: "Off; and a parser that refuses them",
    },
    {
      file: "server.ts",
      code: `import libxmljs from "libxmljs2";

server.tool("title", shape, async ({ document }) => {
  return libxmljs.parseXml(document).get("//title").text();
});
`,
      note: "Off unless told otherwise",
    },
  ],
} satisfies Rule<SyntaxTree>;
