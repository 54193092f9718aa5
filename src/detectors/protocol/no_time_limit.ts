import type { Match, Rule } from "../../core/mod.ts";
import type { NodeId, SyntaxTree } from "../../syntax/mod.ts";
import { type Call, callAt, optionOf, valueOf } from "../code/calls.ts";
import { visitCalls } from "../code/visits.ts";
import { textAt } from "./settings.ts";

/** They wait as long as the other side likes, where nothing is said. */
const REQUESTS = /^requests\.(?:get|post|put|patch|delete|head|request)$/;
const COMMANDS = /^subprocess\.(?:run|call|check_call|check_output)$/;

const DECORATED = new Set(["decorated_definition"]);
const HANDLERS = /^@[\w.]{1,60}\.(?:tool|resource|prompt|call_tool|read_resource|get_prompt)\b/;

/** Inside of what a model calls. */
function isInTool(tree: SyntaxTree, node: NodeId): boolean {
  const around = tree.ancestor(node, DECORATED);
  return around !== undefined && HANDLERS.test(textAt(tree, around));
}

function where(tree: SyntaxTree, node: NodeId): Match | undefined {
  const call = callAt(tree, node);
  if (!call || !waits(call) || !isInTool(tree, node)) return undefined;
  const timeout = optionOf(call, "timeout");
  const isNone = timeout !== undefined && tree.kind(valueOf(tree, timeout)) === "none";
  if ((timeout !== undefined && !isNone) || spreads(call)) return undefined;
  return {
    span: tree.span(node),
    message: `"${call.callee}" waits for as long as the other side takes`,
  };
}

function waits({ callee }: Call): boolean {
  return REQUESTS.test(callee) || COMMANDS.test(callee);
}

/** Options from elsewhere may hold a limit. */
function spreads({ tree, positional }: Call): boolean {
  return positional.some((each) => tree.kind(each) === "dictionary_splat");
}

export default {
  id: "no-time-limit",
  family: "server-hygiene",
  title: "Tool that waits without a limit",
  why: "A program or another server that does not answer holds the tool, and with it a thread or " +
    "the whole server; a caller brings that about at will.",
  fix: "Give the call a `timeout`.",
  limits:
    "Looks at requests and subprocess of Python inside of a tool, a resource or a prompt; a " +
    "limit around the tool is not seen.",
  severity: "low",
  confidence: "low",
  cwe: ["CWE-400", "CWE-770"],
  owasp: ["LLM06:2026", "ASI08:2026"],
  atlas: [],
  since: "0.1.0",
  tags: ["limits"],
  matcher: visitCalls({ python: ["requests.", "subprocess."] }, where),
  bad: [
    {
      file: "server.py",
      code: `import requests

@mcp.tool()
def items() -> list:
    return requests.get("https://api.acme.example/items").json()
`,
      note: "A server that never answers",
    },
    {
      file: "server.py",
      code: `import subprocess

@mcp.tool()
def build() -> str:
    return subprocess.run(["make", "all"], capture_output=True, text=True, timeout=None).stdout
`,
      note: "A program that never ends",
    },
  ],
  good: [
    {
      file: "server.py",
      code: `import requests

@mcp.tool()
def items() -> list:
    return requests.get("https://api.acme.example/items", timeout=10).json()
`,
      note: "Ten seconds",
    },
    {
      file: "build.py",
      code: `import subprocess

subprocess.run(["make", "all"], check=True)
`,
      note: "A script of whoever builds",
    },
  ],
} satisfies Rule<SyntaxTree>;
