import type { Match, Rule } from "../../core/mod.ts";
import { bindingOf, type NodeId, type SyntaxTree } from "../../syntax/mod.ts";
import { callAt, valueOf } from "../code/calls.ts";
import { lastName, snakeCase } from "../code/made_names.ts";
import { settingAt, visit } from "./settings.ts";

/** Fields that nobody may type into a form that a client shows and keeps. */
const SECRET =
  /^(?:\w{1,20}_)?(?:password|passwd|passphrase|api_?key|secret|secret_?key|client_secret|access_?token|auth_?token|bearer_?token|private_?key|pin_code|cvv|cvc|card_number|credit_card|credit_card_number|ssn|social_security_number|seed_phrase|mnemonic)$/;
const OTHER = /(?:^|_)(?:has|is|no|use|reset|change|forgot|keep|rotate|delete|confirm)_/;

function isSecret(name: string): boolean {
  const snake = snakeCase(name);
  return SECRET.test(snake) && !OTHER.test(snake);
}

const SCHEMA = /^(?:requestedSchema|requested_schema|RequestedSchema)$/;
/** Nodes of one schema that are looked at. */
const MAX_NODES = 2000;
const FIELDS = new Set(["pair", "keyed_element", "keyword_argument"]);

function where(tree: SyntaxTree, node: NodeId): Match | undefined {
  const schema = schemaAt(tree, node);
  const field = schema === undefined ? undefined : secretIn(tree, schema);
  if (field === undefined) return undefined;
  return {
    span: tree.span(field),
    message: `Users are asked to type "${nameOf(tree, field)}" into a form of the client`,
  };
}

function nameOf(tree: SyntaxTree, field: NodeId): string {
  return settingAt(tree, field)?.name ?? lastName(tree, tree.child(field, "left") ?? field);
}

/** The schema of a form, under a name or not; the body of a class that describes one. */
function schemaAt(tree: SyntaxTree, node: NodeId): NodeId | undefined {
  const call = callAt(tree, node);
  if (call) {
    if (tree.language !== "python" || call.method !== "elicit") return undefined;
    const given = call.keywords.get("schema") ?? call.keywords.get("response_type") ??
      call.positional[1];
    return given === undefined ? undefined : classOf(tree, given);
  }
  const setting = settingAt(tree, node);
  if (!setting || !SCHEMA.test(setting.name)) return undefined;
  return classOf(tree, setting.value) ?? valueOf(tree, setting.value);
}

/** The body of the class that a name stands for. */
function classOf(tree: SyntaxTree, name: NodeId): NodeId | undefined {
  if (tree.language !== "python" || tree.kind(name) !== "identifier") return undefined;
  const text = tree.textOf(name);
  if (bindingOf(tree, name, text)?.kind === "value") return undefined;
  return classesOf(tree).get(text);
}

const classes = new WeakMap<SyntaxTree, ReadonlyMap<string, NodeId>>();

/** The bodies of the file's classes, by name. */
function classesOf(tree: SyntaxTree): ReadonlyMap<string, NodeId> {
  let found = classes.get(tree);
  if (found) return found;
  const bodies = new Map<string, NodeId>();
  for (const each of tree.nodesOf(CLASSES)) {
    const name = tree.child(each, "name");
    const body = tree.child(each, "body");
    if (name !== undefined && body !== undefined) bodies.set(tree.textOf(name), body);
  }
  classes.set(tree, found = bodies);
  return found;
}

const CLASSES = new Set(["class_definition"]);

function secretIn(tree: SyntaxTree, schema: NodeId): NodeId | undefined {
  const isClass = tree.kind(schema) === "block";
  const end = Math.min(tree.next(schema), schema + MAX_NODES);
  for (let at = schema + 1; at < end; at++) {
    const kind = tree.kind(at);
    if (isClass ? kind !== "assignment" : !FIELDS.has(kind)) continue;
    const name = isClass
      ? lastName(tree, tree.child(at, "left") ?? at)
      : settingAt(tree, at)?.name ?? "";
    if (isSecret(name) && (isClass || describesField(tree, at))) return at;
  }
  return undefined;
}

/** A field's description is an object or a call; `default: "…"` is none. */
function describesField(tree: SyntaxTree, field: NodeId): boolean {
  const value = settingAt(tree, field)?.value;
  return value !== undefined &&
    /object|dictionary|call|literal|unary/.test(tree.kind(valueOf(tree, value)));
}

const WORDS = ["requestedSchema"];

export default {
  id: "elicited-secret",
  family: "protocol",
  title: "Secret asked for in a form of the client",
  why:
    "What is typed into a form goes through the client, and may be logged, kept or shown to the " +
    "model. The specification of 2026-07-28 (Elicitation, Form Mode Security) forbids asking for " +
    "passwords and keys that way.",
  fix: "Ask in URL mode, on a page of the server's own, or read the secret from the environment.",
  limits: "Goes by the names of fields in a schema that stands in the same file; what only the " +
    "message asks for is not seen.",
  severity: "medium",
  confidence: "high",
  cwe: ["CWE-522", "CWE-200"],
  owasp: ["MCP01:2025", "MCP10:2025", "LLM02:2026"],
  atlas: ["AML.T0098"],
  since: "0.1.0",
  tags: ["secrets", "elicitation"],
  matcher: visit({
    python: ["elicit", "requestedSchema", "requested_schema"],
    javascript: WORDS,
    typescript: WORDS,
    tsx: WORDS,
    go: ["RequestedSchema"],
  }, {
    python: ["call", "keyword_argument", "pair"],
    javascript: ["pair"],
    typescript: ["pair"],
    tsx: ["pair"],
    go: ["keyed_element"],
  }, where),
  bad: [
    {
      file: "server.ts",
      code: `const answer = await server.server.elicitInput({
  message: "Sign in to Acme",
  requestedSchema: {
    type: "object",
    properties: { user: { type: "string" }, password: { type: "string" } },
  },
});
`,
      note: "A password in a form",
    },
    {
      file: "server.py",
      code: `from pydantic import BaseModel

class Login(BaseModel):
    user: str
    api_key: str

@mcp.tool()
async def connect(ctx: Context) -> str:
    answer = await ctx.elicit(message="Connect to Acme", schema=Login)
    return answer.action
`,
      note: "A key, in the class that describes the form",
    },
  ],
  good: [
    {
      file: "server.ts",
      code: `const answer = await server.server.elicitInput({
  mode: "url",
  message: "Sign in to Acme",
  url: "https://mcp.acme.example/connect",
});
const other = await server.server.elicitInput({
  message: "Reset it?",
  requestedSchema: { type: "object", properties: { reset_password: { type: "boolean" } } },
});
`,
      note: "On a page of the server's own; and a question that asks for no secret",
    },
    {
      file: "server.py",
      code: `from pydantic import BaseModel

class Trip(BaseModel):
    city: str

class Login(BaseModel):
    password: str

@mcp.tool()
async def plan(ctx: Context) -> str:
    answer = await ctx.elicit(message="Where to?", schema=Trip)
    return answer.action
`,
      note: "A city; another class of the file is no form",
    },
  ],
} satisfies Rule<SyntaxTree>;
