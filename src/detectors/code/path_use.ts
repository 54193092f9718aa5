// What the code around a path does with it: reads it, hands it on, keeps it out, or speaks of it.

import { isStringLiteral, type NodeId, type SyntaxTree } from "../../syntax/mod.ts";
import { callAt } from "./calls.ts";
import { readPath } from "./file_reads.ts";
import { pathText } from "./path_text.ts";
import { shellCall, wordsOf } from "./shell_calls.ts";

/** A command line that reads the files it names. */
export const READING_COMMAND =
  /(?:^|[;&|(\s])(?:cat|less|more|head|tail|base64|xxd|strings|cp|scp|rsync|tar|zip|curl|grep|sqlite3|type|copy|get-content|ls|dir|find)\s/i;

/** `handed`: to a client that needs it; `guarded`: kept out; `spoken`: told to a reader. */
export type Use = "read" | "named" | "handed" | "guarded" | "spoken";

/** A name that says the list is there to keep these files from being read. */
const GUARD_NAME =
  /deny|denied|block|forbid|forbidden|sensitive|protect|exclud|ignore|restrict|danger|unsafe|banned|skip|redact|disallow|suspicious|secret_?pattern|malicious|attack|payload|validat|allowed/i;
/** Names under which a client library takes the path of its user's own key or configuration. */
const HANDED_NAME =
  /^["']?(?:private_?key(?:_?path|_?file)?|key_?file(?:_?name|_?path)?|pkey|identity_?file|kube_?config(?:_?path)?|config_file|client_keys|ssh_?key(?:_?path)?)["']?$/i;
const SPOKEN_NAME =
  /^["']?(?:description|help|message|title|error|hint|example|examples|doc|label|prompt|text)["']?$/i;

const NAMED = new Set([
  "assignment",
  "variable_declarator",
  "pair",
  "var_spec",
  "short_var_declaration",
  "const_spec",
  "public_field_definition",
  "keyed_element",
  "keyword_argument",
]);
const ENDS = new Set([
  "block",
  "statement_block",
  "module",
  "program",
  "source_file",
  "lambda",
  "arrow_function",
  "function_expression",
  "func_literal",
]);
const FUNCTIONS = new Set(["function_definition", "function_declaration", "method_definition"]);
const COMPARING = new Set([
  "compile",
  "includes",
  "startsWith",
  "endsWith",
  "startswith",
  "endswith",
  "indexOf",
  "match",
  "test",
  "search",
  "fnmatch",
  "HasPrefix",
  "HasSuffix",
  "Contains",
  "relative_to",
  "is_relative_to",
  "replace",
  "split",
]);
const SPEAKING = new Set([
  "print",
  "log",
  "info",
  "warn",
  "warning",
  "error",
  "debug",
  "describe",
  "Error",
  "Println",
  "Printf",
  "Errorf",
  "option",
  "add_argument",
  "echo",
]);
const COMPARISONS = new Set(["comparison_operator", "binary_expression"]);
const COMPARISON_SIGNS = new Set(["==", "===", "!=", "!=="]);

/** Levels of nesting around an expression that tell what it is for. */
const MAX_CLIMB = 40;
const LONGEST_NAME = 120;

/** What the code around an expression does with it, up to the statement it stands in. */
export function useOf(tree: SyntaxTree, node: NodeId): Use {
  let use: Use = "named";
  let at: NodeId = node;
  for (let climbed = 0; climbed < MAX_CLIMB; climbed++) {
    const up = tree.parent(at);
    if (up === undefined || ENDS.has(tree.kind(up))) break;
    const found = useIn(tree, { up, at, node });
    // What was read may be named or told as anything; only a client's own need explains it.
    if (use === "read" ? found === "handed" : found && found !== "read") return found!;
    if (found === "read") use = found;
    at = up;
  }
  if (use === "read") return use;
  // A statement that is a text, and no more, is documentation.
  const documents = tree.kind(at) === "expression_statement" && tree.firstChild(at) === node;
  if (documents && isStringLiteral(tree, node)) return "spoken";
  return inGuard(tree, at) ? "guarded" : use;
}

/** Levels of statements looked through for the function around them. */
const MAX_STATEMENTS = 12;

/** A function that says it keeps paths out. */
function inGuard(tree: SyntaxTree, node: NodeId): boolean {
  let at = tree.parent(node);
  for (let climbed = 0; at !== undefined && climbed < MAX_STATEMENTS; climbed++) {
    const name = FUNCTIONS.has(tree.kind(at)) ? tree.child(at, "name") : undefined;
    if (name !== undefined) return GUARD_NAME.test(tree.textOf(name).slice(0, LONGEST_NAME));
    at = tree.parent(at);
  }
  return false;
}

function useIn(
  tree: SyntaxTree,
  { up, at, node }: { up: NodeId; at: NodeId; node: NodeId },
): Use | undefined {
  const kind = tree.kind(up);
  if (NAMED.has(kind)) {
    const label = tree.firstChild(up);
    const name = label === undefined || label === at
      ? ""
      : tree.textOf(label).slice(0, LONGEST_NAME);
    if (GUARD_NAME.test(name)) return "guarded";
    if (SPOKEN_NAME.test(name)) return "spoken";
    return HANDED_NAME.test(name) ? "handed" : undefined;
  }
  if (COMPARISONS.has(kind)) {
    if (kind === "comparison_operator") return "guarded";
    const operator = tree.child(up, "operator");
    const compares = operator !== undefined && COMPARISON_SIGNS.has(tree.textOf(operator));
    return compares ? "guarded" : undefined;
  }
  const call = callAt(tree, up);
  if (!call) return undefined;
  if (COMPARING.has(call.method)) return "guarded";
  if (GUARD_NAME.test(call.method.slice(0, LONGEST_NAME))) return "guarded";
  if (SPEAKING.has(call.method)) return "spoken";
  const path = readPath(call);
  if (path !== undefined && contains(tree, path, node)) return "read";
  return runsIt(tree, up, node) ? "read" : undefined;
}

/** Arguments of a call that are looked at. */
const MAX_ARGUMENTS = 50;

function runsIt(tree: SyntaxTree, up: NodeId, node: NodeId): boolean {
  const call = callAt(tree, up)!;
  const shell = shellCall(tree, up);
  if (shell) return tree.span(node).end <= shell.end;
  const words = wordsOf(call);
  const [program] = words?.nodes ?? [];
  if (!words || program === undefined) return false;
  return READING_COMMAND.test(pathText(tree, program).slice(0, 80) + " ") &&
    words.arguments_.slice(0, MAX_ARGUMENTS).some((each) => contains(tree, each, node));
}

function contains(tree: SyntaxTree, outer: NodeId, inner: NodeId): boolean {
  return inner >= outer && inner < tree.next(outer);
}
