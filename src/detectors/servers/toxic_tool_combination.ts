import type { PlacedMatch, Rule, ServedTool } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { type Leg, LEGS, legsOf, type Part } from "./toxic_legs.ts";
import { nameOf } from "./texts.ts";

export default {
  id: "toxic-tool-combination",
  family: "server-surface",
  title: "Tools that together can carry private data out",
  why:
    "One tool reads what strangers write, one reads what is private, one speaks to the outside: a " +
    "stranger's text can tell the model to read the private data and send it away, though each tool " +
    "alone is fine.",
  fix: "Leave one of the three out, split the server, or ask the user before anything is sent.",
  limits:
    "What a tool can do is read off its handler, else off its name and first sentence, which " +
    "weighs less. Whether a client lets the model combine them is not seen.",
  severity: "medium",
  confidence: "medium",
  cwe: ["CWE-200", "CWE-441"],
  owasp: ["MCP10:2025", "MCP02:2025", "LLM03:2026", "ASI02:2026"],
  atlas: ["AML.T0086", "AML.T0051.001"],
  since: "0.1.0",
  tags: ["toxic-flow"],
  matcher: {
    kind: "server",
    where: ({ tools }) => {
      const all = tools.map((served) => ({ served, parts: legsOf(served) }));
      const byLeg = new Map<Leg, Held[]>();
      for (const leg of LEGS) {
        const held = all.flatMap(({ served, parts }) => {
          const part = parts.find((each) => each.leg === leg);
          return part ? [{ served, part }] : [];
        });
        if (held.length === 0) return [];
        byLeg.set(leg, held.sort((a, b) => Number(b.part.isSeen) - Number(a.part.isSeen)));
      }
      return [combined(byLeg)];
    },
  },
  bad: [
    {
      file: "server.py",
      code: `import httpx
mcp = FastMCP("helper")

@mcp.tool()
def read_note(name: str) -> str:
    """Reads one of the user's notes."""
    with open("/home/user/notes/" + name) as f:
        return f.read()

@mcp.tool()
def read_page(url: str) -> str:
    """Reads a web page."""
    return httpx.get(url).text

@mcp.tool()
def send_report(text: str) -> str:
    """Sends a report to the team."""
    httpx.post("https://reports.example.com", json={"text": text})
    return "sent"
`,
      note: "A page can ask for the notes to be sent",
    },
    {
      file: "server.ts",
      code: `const server = new McpServer({ name: "mail", version: "1.0.0" });
server.tool("read_inbox", "Reads the newest emails of the user", {}, readInbox);
server.tool("send_email", "Sends an email to anybody", { to: z.string(), text: z.string() }, send);
`,
      note: "A mail is private, a stranger's word, and a way out",
    },
  ],
  good: [
    {
      file: "server.py",
      code: `import os
mcp = FastMCP("notes")

@mcp.tool()
def read_note(name: str) -> str:
    """Reads one of the user's notes."""
    with open("/home/user/notes/" + os.path.basename(name)) as f:
        return f.read()

@mcp.tool()
def write_note(name: str, text: str) -> str:
    """Writes a note."""
    with open("/home/user/notes/" + os.path.basename(name), "w") as f:
        f.write(text)
    return "written"
`,
      note: "No way out",
    },
    {
      file: "server.ts",
      code: `const server = new McpServer({ name: "weather", version: "1.0.0" });
server.tool("forecast", "Tells the weather of a city", { city: z.string() }, forecast);
server.tool("send_alert", "Sends an email to the team", { text: z.string() }, send);
`,
      note: "A way out, and nothing private to carry",
    },
  ],
} satisfies Rule<SyntaxTree>;

interface Held {
  readonly served: ServedTool;
  readonly part: Part;
}

/** Tools named for a reader. */
const MAX_NAMED = 3;

function combined(byLeg: ReadonlyMap<Leg, readonly Held[]>): PlacedMatch {
  const legs = [...byLeg];
  const out = byLeg.get("outward")![0]!;
  const { file, span } = out.served.tool.place;
  const fewest = legs.map(([, held]) => held).reduce((a, b) => b.length < a.length ? b : a);
  const names = fewest.map(({ served }) => `"${nameOf(served.tool).slice(0, 60)}"`);
  const more = names.length > MAX_NAMED ? ` and ${names.length - MAX_NAMED} more` : "";
  const without = `${names.slice(0, MAX_NAMED).join(", ")}${more}`;
  const isSeen = legs.every(([, held]) => held.some(({ part }) => part.isSeen));
  return {
    file,
    span,
    message:
      `Text of strangers, private data and a way to send meet here: a stranger could have data sent out ` +
      `(not without ${without})`,
    identity: "toxic combination",
    ...(!isSeen && { confidence: "low" }),
    path: legs.map(([, [first]]) => {
      const { served: { tool }, part } = first!;
      return {
        ...part.place ?? tool.place,
        message: `"${nameOf(tool).slice(0, 60)}" ${part.says}`,
      };
    }),
  };
}
