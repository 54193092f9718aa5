import type { Match, Rule } from "../../core/mod.ts";
import type { NodeId, SyntaxTree } from "../../syntax/mod.ts";
import { callAt, valueOf } from "../code/calls.ts";
import { snakeCase } from "../code/made_names.ts";
import { type Setting, textAt, visitSettings } from "./settings.ts";
import { signIn } from "./signs.ts";

/** What is enough to speak in somebody's name, or to have their work. */
const HANDLE = /^(?:_*(?:mcp_)?session_?id|task_?id|task_?handle|session_?handle|sid)$/;
const GENERATOR = /^(?:session_id_generator|generate_session_id)$/;
const CLOCK =
  /^(?:Date\.now|time\.(?:time|time_ns|monotonic)|datetime\.(?:datetime\.)?(?:now|utcnow)|performance\.now|time\.Now)$/;
const FORMS =
  /^(?:toString|String|str|int|isoformat|strftime|timestamp|Unix\w{0,5}|Sprintf|Itoa|FormatInt|format|toISOString|getTime|round|floor|replace)$/;
const RANDOM =
  /^(?:randomUUID|uuid\d?|randomBytes|token_\w{1,10}|getRandomValues|random|nanoid|cuid\d?|ulid|NewString|choices?|urandom|hexdigest|digest|Math)$/i;
/** A log, a metric or a store may be told when, and a message may be numbered. */
const SERVERS = /mcp|transport|session_?store|express|fastapi|createTask|CallTool|task_?store/i;

function where(tree: SyntaxTree, node: NodeId, { name, value }: Setting): Match | undefined {
  const snake = snakeCase(name);
  const left = tree.child(node, "left");
  if (left !== undefined && /subscript/.test(tree.kind(left))) return undefined;
  const isMaker = GENERATOR.test(snake);
  if (!isMaker && !HANDLE.test(snake)) return undefined;
  const made = isMaker ? bodyOf(tree, value) : valueOf(tree, value);
  if (made === undefined || signIn(tree, made, RANDOM) || !signIn(tree, 0, SERVERS)) {
    return undefined;
  }
  return isFromClock(tree, made)
    ? { span: tree.span(node), message: `"${name}" is the time at which it was made` }
    : undefined;
}

/** What a function that makes ids gives back. */
function bodyOf(tree: SyntaxTree, maker: NodeId): NodeId | undefined {
  const body = tree.child(valueOf(tree, maker), "body");
  return body === undefined || tree.kind(body) === "statement_block" ? undefined : body;
}

const MAX_NODES = 60;

/** The clock, a form of it, or a text around it, and nothing else that is not constant. */
function isFromClock(tree: SyntaxTree, made: NodeId): boolean {
  if (!/string|call|binary/.test(tree.kind(made))) return false;
  let found = false;
  const end = tree.next(made);
  if (end - made > MAX_NODES) return false;
  for (let at = made; at < end; at++) {
    const call = callAt(tree, at);
    if (!call) continue;
    if (CLOCK.test(call.callee)) found = true;
    else if (!FORMS.test(call.method)) return false;
  }
  return found && !/\$\{(?!Date|performance|time)\w{0,30}[.\w]{0,30}\}/.test(textAt(tree, made));
}

const WORDS = ["Date.now", "performance.now", "sessionIdGenerator"];

export default {
  id: "guessable-session-id",
  family: "protocol",
  title: "Handle of a session or a task that can be guessed",
  why:
    "Whoever holds the handle speaks in the session's name, or reads the task's result. A time " +
    "is guessed in a few thousand tries. The specification of 2026-07-28 (Tools, Stateful Tools) " +
    "asks for sufficient entropy, and for a check of the caller on every call.",
  fix: "Make it with `randomUUID()`, `uuid.uuid4()` or `secrets.token_urlsafe()`, and bind it to " +
    "the caller.",
  limits: "Goes by the names of variables and fields, and knows the clock; a counter, and " +
    "whether a handle is bound to its caller, are not seen.",
  severity: "medium",
  confidence: "medium",
  cwe: ["CWE-330", "CWE-639"],
  owasp: ["MCP07:2025", "ASI03:2026"],
  atlas: [],
  since: "0.1.0",
  tags: ["sessions"],
  matcher: visitSettings({
    python: ["time.", "datetime"],
    javascript: WORDS,
    typescript: WORDS,
    tsx: WORDS,
  }, where),
  bad: [
    {
      file: "server.ts",
      code: `const transport = new StreamableHTTPServerTransport({
  sessionIdGenerator: () => \`session-\${Date.now()}\`,
});
`,
      note: "The time of the first call",
    },
    {
      file: "server.py",
      code: `import time
from fastmcp import FastMCP

def start() -> dict:
    return {"task_id": f"task-{int(time.time())}", "status": "working"}
`,
      note: "A task's handle",
    },
  ],
  good: [
    {
      file: "server.ts",
      code: `const transport = new StreamableHTTPServerTransport({
  sessionIdGenerator: () => randomUUID(),
  onsessioninitialized: (sessionId) => sessions.set(sessionId, { since: Date.now() }),
});
const none = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined });
`,
      note: "Random; without sessions",
    },
    {
      file: "server.py",
      code: `import time
import uuid
from fastmcp import FastMCP

def start() -> dict:
    return {"task_id": f"{int(time.time())}-{uuid.uuid4()}", "created": time.time()}
`,
      note: "Time and chance",
    },
  ],
} satisfies Rule<SyntaxTree>;
