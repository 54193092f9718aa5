import type { Match, Rule } from "../../core/mod.ts";
import { fullName, type NodeId, type SyntaxTree } from "../../syntax/mod.ts";
import { callAt, memberOf } from "./calls.ts";
import { isForModel, parameterIn } from "./parameters.ts";
import { describeValue, worstValue } from "./values.ts";

const ENVIRONMENTS = new Set([
  "process.env",
  "os.environ",
  "os.Environ",
  "Deno.env.toObject",
  "Bun.env",
]);

/** Calls that give a copy of it. */
const COPIES = new Set(["dict", "Object.entries", "Object.fromEntries", "sorted", "list"]);
const COPY_METHODS = new Set(["copy", "items", "map", "sort"]);

/** Calls that make text of it. */
const TEXTS = new Set([
  "JSON.stringify",
  "json.dumps",
  "json.dump",
  "yaml.dump",
  "str",
  "repr",
  "pprint.pformat",
  "util.inspect",
  "strings.Join",
  "encoding/json.Marshal",
  "encoding/json.MarshalIndent",
  "fmt.Sprint",
  "fmt.Sprintf",
]);
const TEXT_METHODS = new Set(["join"]);

const RETURNS = new Set(["return_statement"]);
const INSERTIONS = new Set(["interpolation", "template_substitution"]);
const LOOPS = new Set(["generator_expression", "list_comprehension", "dictionary_comprehension"]);
/** What may stand between it and what makes text of it. */
const PASSED = new Set([
  "argument_list",
  "arguments",
  "parenthesized_expression",
  "for_in_clause",
]);
/** Parts of a larger value: in a text they are told, given back they may be a program's options. */
const NESTING = new Set(["pair", "dictionary", "object", "list", "array", "spread_element"]);
/** Levels climbed. */
const MAX_CLIMB = 12;

function where(tree: SyntaxTree, node: NodeId): Match | undefined {
  const name = namedVariable(tree, node);
  if (name !== undefined) {
    return {
      span: tree.span(node),
      message: `${describeName(tree, name)} says which variable of the environment is read`,
      severity: "medium",
    };
  }
  if (!isEnvironment(tree, node)) return undefined;
  const use = useOf(tree, node);
  if (!use) return undefined;
  return {
    span: tree.span(node),
    message: MESSAGES[use],
    // Elsewhere it is most often what another program is started with.
    ...(use !== "text" && !isForModel(tree, node) && { confidence: "low" }),
  };
}

const MESSAGES = {
  text: "The whole environment is made into text",
  told: "The whole environment is put into a larger value",
  returned: "A function gives back the whole environment",
} as const;

const LOOKUPS = new Set([
  "os.getenv",
  "os.environ.get",
  "os.Getenv",
  "os.LookupEnv",
  "Deno.env.get",
]);

/** A variable that is only removed or asked for tells nobody; nor does one that is set. */
const ASKING = new Set(["unary_expression", "delete_statement", "not_operator"]);

/** What names the variable that is looked up, where that is a parameter of a handler. */
function namedVariable(tree: SyntaxTree, node: NodeId): NodeId | undefined {
  const call = callAt(tree, node);
  const object = tree.child(node, "object") ?? tree.child(node, "value");
  const name = call
    ? LOOKUPS.has(call.callee) ? call.positional[0] : undefined
    : object !== undefined && ENVIRONMENTS.has(fullName(tree, object) ?? "")
    ? tree.child(node, "index") ?? tree.child(node, "subscript")
    : undefined;
  if (name === undefined || tree.fieldOf(node) === "left") return undefined;
  if (ASKING.has(tree.kind(tree.parent(node) ?? node))) return undefined;
  if (worstValue(tree, [name])?.node !== name) return undefined;
  return parameterIn(tree, name)?.handler ? name : undefined;
}

function describeName(tree: SyntaxTree, name: NodeId): string {
  const text = describeValue(tree, name);
  return text[0]!.toUpperCase() + text.slice(1);
}

/** What a name of it ends with, and no longer than it is. */
const ENDS = /(?:env|environ|Environ\(\)|Environ|toObject|toObject\(\))$/;
const LONGEST = 60;

function isEnvironment(tree: SyntaxTree, node: NodeId): boolean {
  const { start, end } = tree.span(node);
  if (end - start > LONGEST || !ENDS.test(tree.text.slice(start, end))) return false;
  const call = callAt(tree, node);
  if (call) return call.callee === "os.Environ" || call.callee === "Deno.env.toObject";
  if (memberOf(tree, tree.parent(node) ?? node)?.object === node && !methodOn(tree, node)) {
    return false;
  }
  return ENVIRONMENTS.has(fullName(tree, node) ?? "");
}

/** The method that is called on it. */
function methodOn(tree: SyntaxTree, node: NodeId): string | undefined {
  const member = tree.parent(node)!;
  const call = callAt(tree, tree.parent(member) ?? member);
  return call?.receiver === node ? call.method : undefined;
}

function useOf(tree: SyntaxTree, node: NodeId): keyof typeof MESSAGES | undefined {
  let at = node;
  let nested: "told" | "kept" | undefined;
  for (let climbed = 0; climbed < MAX_CLIMB; climbed++) {
    const up = tree.parent(at);
    if (up === undefined) return undefined;
    const kind = tree.kind(up);
    if (INSERTIONS.has(kind)) return "text";
    if (RETURNS.has(kind)) return nested ? told(nested) : "returned";
    const call = callAt(tree, up);
    if (call) {
      if (TEXTS.has(call.callee) || TEXT_METHODS.has(call.method)) return "text";
      if (!COPIES.has(call.callee) && !COPY_METHODS.has(call.method)) return undefined;
    } else if (memberOf(tree, up)) {
      const method = methodOn(tree, at);
      const kept = method !== undefined && (COPY_METHODS.has(method) || TEXT_METHODS.has(method));
      if (!kept) return undefined;
    } else if (NESTING.has(kind)) {
      nested ??= kind === "pair" ? isOption(tree, up) ? "kept" : "told" : undefined;
    } else if (LOOPS.has(kind)) {
      if (isFiltered(tree, up)) return undefined;
    } else if (!PASSED.has(kind)) return told(nested);
    at = up;
  }
  return undefined;
}

function told(nested: "told" | "kept" | undefined): "told" | undefined {
  return nested === "told" ? nested : undefined;
}

/** The environment of a program to be started, as its options call it. */
const OPTION = /^["']?env(?:ironment)?["']?$/i;

function isOption(tree: SyntaxTree, pair: NodeId): boolean {
  const key = tree.child(pair, "key");
  return key === undefined || OPTION.test(tree.textOf(key).slice(0, 40));
}

/** A condition that picks just the secrets. */
const PICKS_SECRETS = /KEY|SECRET|PASSWORD|TOKEN/;
const LONGEST_CONDITION = 400;

/** A condition picks some of it, most often what may be told. */
function isFiltered(tree: SyntaxTree, loop: NodeId): boolean {
  for (const child of tree.children(loop)) {
    if (tree.kind(child) !== "if_clause") continue;
    const condition = tree.textOf(child).slice(0, LONGEST_CONDITION);
    return condition.includes("not ") || !PICKS_SECRETS.test(condition);
  }
  return false;
}

const SCRIPT_VISIT = {
  keywords: ["process.env", "Deno.env", "Bun.env"],
  nodes: ["member_expression", "subscript_expression", "call_expression"],
  where,
};

export default {
  id: "environment-exposure",
  family: "sensitive-files",
  title: "The environment is handed out",
  why: "The environment holds the keys the server was started with, and often those of its " +
    "neighbours: a tool that tells it hands them to the model and to whoever steers it.",
  fix: "Name the variables that may be told, one by one; never those with keys.",
  limits:
    "Sees the environment as a whole made into text or given back, and a variable that a tool's " +
    "caller names; copies kept under a name are not seen.",
  severity: "high",
  confidence: "medium",
  cwe: ["CWE-200", "CWE-497"],
  owasp: ["MCP01:2025", "MCP10:2025", "LLM02:2026"],
  atlas: ["AML.T0055", "AML.T0098"],
  since: "0.1.0",
  tags: ["environment"],
  matcher: {
    kind: "syntax",
    languages: {
      python: {
        keywords: ["environ", "getenv"],
        nodes: ["attribute", "identifier", "subscript", "call"],
        where,
      },
      javascript: SCRIPT_VISIT,
      typescript: SCRIPT_VISIT,
      tsx: SCRIPT_VISIT,
      go: {
        keywords: ["os.Environ", "os.Getenv", "os.LookupEnv"],
        nodes: ["call_expression"],
        where,
      },
    },
  },
  bad: [
    {
      file: "server.py",
      code: `import json, os

@mcp.tool()
def diagnose() -> str:
    return json.dumps(dict(os.environ), indent=2) + "\\n".join(f"{k}={v}" for k, v in os.environ.items())
`,
      note: "As JSON, and line by line",
    },
    {
      file: "server.ts",
      code: `server.tool("env", "Shows the environment", {}, async () => ({
  content: [{ type: "text", text: JSON.stringify(process.env, null, 2) }],
}));
`,
      note: "A tool's answer",
    },
    {
      file: "server.js",
      code: `server.tool("env", { name: z.string() }, async ({ name }) => text(process.env[name]));
`,
      note: "Any variable by its name",
    },
    {
      file: "server.go",
      code: `package main

import (
	"os"
	"strings"
)

func environment() string { return strings.Join(os.Environ(), "\\n") }
`,
      note: "Joined into one text",
    },
  ],
  good: [
    {
      file: "server.py",
      code: `import json, os, subprocess

def start():
    env = os.environ.copy()
    subprocess.run(["git", "status"], env={**os.environ, "LANG": "C"})
    return json.dumps({"level": os.environ.get("LEVEL")}) + str([k for k in os.environ if k.startswith("LC_")])
`,
      note: "Passed to a program, and variables picked by name",
    },
    {
      file: "server.ts",
      code: `import { spawn } from "node:child_process";
spawn("git", ["status"], { env: { ...process.env, LANG: "C" } });
const level = JSON.stringify(process.env.LEVEL);
const parsed = schema.parse(process.env);
`,
      note: "Passed to a program, one variable, and settings by a schema",
    },
    {
      file: "agents.ts",
      code: `const found = names.some((name) => process.env[name]);
beforeEach(async ({ name }) => { delete process.env[name]; process.env[name] = "x"; });
`,
      note: "Names of a list, and a variable that is set and removed",
    },
  ],
} satisfies Rule<SyntaxTree>;
