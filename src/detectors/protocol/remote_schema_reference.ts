import type { Match, Rule } from "../../core/mod.ts";
import { constantText, type NodeId, type SyntaxTree } from "../../syntax/mod.ts";
import { callAt, optionOf, valueOf } from "../code/calls.ts";
import { lastName } from "../code/made_names.ts";
import { settingAt, textAt, truthOf, visit } from "./settings.ts";
import { hasSign, readsIn } from "./signs.ts";

const REMOTE = /^(?:https?|ftp):\/\//i;
/** Tools and their schemas are at hand in the file. */
const TOOLS =
  /mcp|^(?:inputSchema|input_schema|outputSchema|output_schema|InputSchema|registerTool|listTools|list_tools)$/i;

function where(tree: SyntaxTree, node: NodeId): Match | undefined {
  if (!hasSign(tree, TOOLS)) return undefined;
  return callAt(tree, node) ? whereLoaded(tree, node) : whereReferred(tree, node);
}

/** `"$ref": "https://…"` in a schema. */
function whereReferred(tree: SyntaxTree, node: NodeId): Match | undefined {
  const key = tree.child(node, "key");
  const value = settingAt(tree, node)?.value;
  if (key === undefined || value === undefined || !isRef(tree, key)) return undefined;
  return REMOTE.test(constantText(tree, value)?.text ?? "") && isOfTool(tree, node)
    ? {
      span: tree.span(node),
      message: "The schema goes on in a document of the network, which may change",
      severity: "low",
    }
    : undefined;
}

const SETTINGS = new Set(["pair", "keyword_argument", "keyed_element"]);
/** Objects around a reference that are looked at. */
const MOST_LEVELS = 12;

/** Inside of what a tool takes or gives; schemas of anything else refer to what they like. */
function isOfTool(tree: SyntaxTree, node: NodeId): boolean {
  let at = tree.ancestor(node, SETTINGS);
  for (let levels = 0; at !== undefined && levels < MOST_LEVELS; levels++) {
    if (/^(?:input|output)_?schema$/i.test(settingAt(tree, at)?.name ?? "")) return true;
    at = tree.ancestor(at, SETTINGS);
  }
  return false;
}

function isRef(tree: SyntaxTree, key: NodeId): boolean {
  return /^(?:\$ref|"\$ref"|'\$ref')$/.test(textAt(tree, key).trim());
}

/** Schemas of others that are loaded with all that they refer to. */
function whereLoaded(tree: SyntaxTree, node: NodeId): Match | undefined {
  const call = callAt(tree, node)!;
  const { callee, method, positional } = call;
  const loader = /^ajv(?![\w-])|(?:^|\.)Ajv\w{0,8}$/.test(callee)
    ? optionOf(call, "loadSchema")
    : undefined;
  if (loader !== undefined && fetches(tree, loader)) {
    return {
      span: tree.span(loader),
      message: "The validator fetches whatever a schema refers to",
    };
  }
  const isParser = /RefParser$|\$RefParser/.test(textAt(tree, call.receiver ?? node)) &&
    /^(?:dereference|bundle|resolve)$/.test(method);
  if (!isParser || positional[0] === undefined || !isTools(tree, positional[0])) return undefined;
  const external = optionOf(call, "external") ?? optionOf(call, "http");
  return external !== undefined && truthOf(tree, external) === false ? undefined : {
    span: tree.span(node),
    message: "What a tool's schema refers to is fetched, wherever it lies",
  };
}

const SCHEMA = /(?:input|output)_?schema|tool/i;

function isTools(tree: SyntaxTree, schema: NodeId): boolean {
  return SCHEMA.test(textAt(tree, schema)) || SCHEMA.test(lastName(tree, schema));
}

const FETCHES = /\bfetch\(|axios|got\(|https?\.get/;
const CHOOSES = /allow|hosts|startsWith|trusted/i;

function fetches(tree: SyntaxTree, loader: NodeId): boolean {
  const value = valueOf(tree, loader);
  return readsIn(tree, value, FETCHES) && !readsIn(tree, value, CHOOSES);
}

const SCRIPT = {
  words: ["$ref", "loadSchema", "RefParser"],
  nodes: ["pair", "call_expression", "new_expression"],
};

export default {
  id: "remote-schema-reference",
  family: "protocol",
  title: "Tool schema that refers to the network",
  why:
    "Whoever writes a tool's schema has the other side ask any address, inside its own network " +
    "too, and changes what the tool takes after it was reviewed. The specification of 2026-07-28 " +
    "(Base Protocol, $ref Resolution) forbids following such references by default.",
  fix: "Write the schema out under `$defs`; leave references to the network unresolved.",
  limits:
    "Sees references that stand in a tool's schema, and loaders that fetch whatever they are asked for; " +
    "how deep a schema may nest when it is checked is not looked at.",
  severity: "medium",
  confidence: "medium",
  cwe: ["CWE-918"],
  owasp: ["MCP04:2025", "MCP05:2025", "ASI04:2026"],
  atlas: ["AML.T0049"],
  since: "0.1.0",
  tags: ["2026-07-28", "schema"],
  matcher: visit({
    python: ["$ref"],
    javascript: SCRIPT.words,
    typescript: SCRIPT.words,
    tsx: SCRIPT.words,
    go: ["$ref"],
  }, {
    python: ["pair"],
    javascript: SCRIPT.nodes,
    typescript: SCRIPT.nodes,
    tsx: SCRIPT.nodes,
    go: ["keyed_element"],
  }, where),
  bad: [
    {
      file: "client.ts",
      code: `import Ajv from "ajv";

const ajv = new Ajv({ loadSchema: async (uri) => (await fetch(uri)).json() });
const check = await ajv.compileAsync(tool.inputSchema);
`,
      note: "A validator that fetches whatever it is told",
    },
    {
      file: "server.py",
      code: `from mcp.types import Tool

tool = Tool(name="add", inputSchema={"$ref": "https://schemas.acme-crm.com/add.json"})
`,
      note: "A schema that lies elsewhere",
    },
  ],
  good: [
    {
      file: "client.ts",
      code: `import Ajv from "ajv";

const ajv = new Ajv({ strict: false });
const check = ajv.compile(tool.inputSchema);
const schema = { $ref: "#/$defs/note", $schema: "https://json-schema.org/draft/2020-12/schema" };
`,
      note: "Nothing is fetched; a reference into the same schema",
    },
    {
      file: "server.py",
      code: `from mcp.types import Tool

tool = Tool(name="add", inputSchema={"$ref": "#/$defs/add", "$defs": {"add": {"type": "object"}}})
`,
      note: "Written out",
    },
  ],
} satisfies Rule<SyntaxTree>;
