import type { PlacedMatch, Rule, ServedTool } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { nameOf } from "./texts.ts";

/** Characters that look alike in most fonts, as one of them. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/[1|!iı]/g, "l"],
  [/0/g, "o"],
  [/5/g, "s"],
  [/vv/g, "w"],
  [/rn/g, "m"],
  [/[_\-.\s/]+/g, ""],
];

/** The same for names that a reader takes for one another. */
function shapeOf(name: string): string {
  const plain = name.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  return ALIKE.reduce((text, [look, as]) => text.replace(look, as), plain);
}

export default {
  id: "look-alike-tool-names",
  family: "server-surface",
  title: "Two tools whose names look alike",
  why: "A user who allows one of them, and a model that chooses one, may well mean the other.",
  fix:
    "Give the tools names that differ in more than case, separators or characters that look alike.",
  limits:
    "Only names that the source tells, in one file: other files may be other servers. Letters of other scripts are a " +
    "matter of the rule on characters that look alike.",
  severity: "low",
  confidence: "medium",
  cwe: ["CWE-1007", "CWE-706"],
  owasp: ["MCP03:2025", "ASI04:2026"],
  atlas: ["AML.T0074", "AML.T0110"],
  since: "0.1.0",
  tags: ["shadowing"],
  matcher: {
    kind: "server",
    where: ({ tools }) => {
      const byShape = new Map<string, ServedTool>();
      const found: PlacedMatch[] = [];
      for (const served of tools) {
        const name = nameOf(served.tool);
        const shape = shapeOf(name);
        if (shape === "") continue;
        const key = `${served.tool.place.file} ${shape}`;
        const first = byShape.get(key);
        if (!first) byShape.set(key, served);
        else if (nameOf(first.tool) !== name) found.push(alike(first, served));
      }
      return found;
    },
  },
  bad: [
    {
      file: "server.ts",
      code: `const server = new McpServer({ name: "bank", version: "1.0.0" });
server.tool("transfer_all", "Moves everything", {}, moveAll);
server.tool("transfer_a1l", "Moves a share", {}, moveShare);
`,
      note: "A one in place of an l",
    },
    {
      file: "server.py",
      code: `mcp = FastMCP("files")

@mcp.tool()
def read_file(path: str) -> str:
    """Reads a file."""
    return ""

@mcp.tool()
def readFile(path: str) -> str:
    """Reads a file, by another way."""
    return ""
`,
      note: "Only separators and case differ",
    },
  ],
  good: [
    {
      file: "server.ts",
      code: `const server = new McpServer({ name: "bank", version: "1.0.0" });
server.tool("get_user", "Shows a user", {}, user);
server.tool("get_users", "Shows all users", {}, users);
`,
      note: "One and many",
    },
    {
      file: "server.py",
      code: `mcp = FastMCP("files")

@mcp.tool()
def list_file(path: str) -> str:
    """Shows a file."""
    return ""

@mcp.tool()
def list_files(path: str) -> str:
    """Shows files."""
    return ""
`,
      note: "One and many",
    },
  ],
} satisfies Rule<SyntaxTree>;

function alike({ tool: first }: ServedTool, { tool }: ServedTool): PlacedMatch {
  const [a, b] = [nameOf(first), nameOf(tool)].map((name) => name.slice(0, 60)) as [string, string];
  const { file, span } = tool.place;
  return {
    file,
    span,
    message: `"${b}" looks like "${a}"`,
    identity: `${a} ${b}`,
    path: [
      { ...first.place, message: `"${a}" is declared` },
      { file, span, message: `"${b}" is declared` },
    ],
  };
}
