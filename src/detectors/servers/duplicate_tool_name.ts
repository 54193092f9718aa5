import type { PlacedMatch, Rule, ServedTool } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { nameOf } from "./texts.ts";

export default {
  id: "duplicate-tool-name",
  family: "server-surface",
  title: "Two tools of one name",
  why:
    "The later one takes the place of the first, or the client chooses: what the user has read " +
    "and allowed need not be what runs.",
  fix: "Give each tool a name of its own.",
  limits:
    "Only names that the source tells, in one file: other files may be other servers. Whether both are registered in one run is not seen.",
  severity: "low",
  confidence: "medium",
  cwe: ["CWE-694"],
  owasp: ["MCP03:2025", "ASI02:2026"],
  atlas: ["AML.T0110"],
  since: "0.1.0",
  tags: ["shadowing"],
  matcher: {
    kind: "server",
    where: ({ tools }) => {
      const first = new Map<string, ServedTool>();
      const found: PlacedMatch[] = [];
      for (const served of tools) {
        const name = nameOf(served.tool);
        if (name === "") continue;
        const key = `${served.tool.place.file} ${name}`;
        const known = first.get(key);
        if (!known) first.set(key, served);
        else if (!isSame(known, served)) found.push(doubled(name, { first: known, then: served }));
      }
      return found;
    },
  },
  bad: [
    {
      file: "server.py",
      code: `mcp = FastMCP("notes")

@mcp.tool(name="save")
def save_note(text: str) -> str:
    """Saves a note."""
    return "saved"

@mcp.tool(name="save")
def save_draft(text: str) -> str:
    """Saves a draft."""
    return "saved"
`,
      note: "The second takes the place of the first",
    },
    {
      file: "server.ts",
      code: `const server = new McpServer({ name: "notes", version: "1.0.0" });
server.tool("find", "Finds a note", { text: z.string() }, findNote);
server.tool("find", "Finds a person", { name: z.string() }, findPerson);
`,
      note: "One name, two tools",
    },
  ],
  good: [
    {
      file: "server.ts",
      code: `const server = new McpServer({ name: "notes", version: "1.0.0" });
server.tool("find_note", "Finds a note", { text: z.string() }, findNote);
server.tool("find_person", "Finds a person", { name: z.string() }, findPerson);
`,
      note: "Names of their own",
    },
    {
      file: "server.ts",
      code: `const server = new McpServer({ name: "notes", version: "1.0.0" });
if (structured) {
  server.registerTool("find", { description: "Finds a note" }, findStructured);
} else {
  server.registerTool("find", { description: "Finds a note" }, find);
}
`,
      note: "One tool, registered in one of two ways",
    },
  ],
} satisfies Rule<SyntaxTree>;

/** The same tool said twice: in two builds, or in two branches. */
function isSame({ tool: a }: ServedTool, { tool: b }: ServedTool): boolean {
  if (a.description === "dynamic" || b.description === "dynamic") return true;
  return a.description?.text === b.description?.text;
}

function doubled(
  name: string,
  { first, then }: { readonly first: ServedTool; readonly then: ServedTool },
): PlacedMatch {
  const shown = name.slice(0, 60);
  const { file, span } = then.tool.place;
  return {
    file,
    span,
    message: `Another tool is called "${shown}" too`,
    identity: name,
    path: [
      { ...first.tool.place, message: `"${shown}" is declared` },
      { file, span, message: `"${shown}" is declared once more` },
    ],
  };
}
