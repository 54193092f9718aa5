// Where a value that is not constant comes from, as far as the expression tells: nobody outside
// (numbers, quoted words, the machine), whoever starts the server, or possibly a caller.

import { bindingOf, fullName, type NodeId, type SyntaxTree, textPieces } from "../../syntax/mod.ts";
import { callAt, fieldValues, isGrown, memberOf, valueOf } from "./calls.ts";
import { givenValues, returnedValues } from "./inner_functions.ts";
import { parameterOf } from "./parameters.ts";
import {
  ENVIRONMENT,
  FILE_READS,
  FIXED,
  LONGEST_CALLEE,
  NEUTRAL,
  NUMBERS,
  OTHER_QUOTING,
  PASSING,
  PASSING_METHODS,
  PLACES,
  QUOTING_NAME,
  READ_METHODS,
} from "./value_names.ts";

/** From the least trusted; `quoted`: by a function of the server's own, `own`: from its own file. */
export const ORIGINS = ["open", "quoted", "environment", "own", "harmless"] as const;
export type Origin = typeof ORIGINS[number];

export interface Value {
  readonly node: NodeId;
  readonly origin: Origin;
}

/** Expressions looked at per question. */
const MAX_STEPS = 60;

/** The parts of an expression that are not constant, each with its origin. */
export function valuesOf(tree: SyntaxTree, node: NodeId): Value[] {
  const values: Value[] = [];
  const queue: NodeId[] = [node];
  const seen = new Set<NodeId>();
  let steps = 0;
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    for (const piece of textPieces(tree, at)) {
      if (piece.kind === "text") continue;
      if (++steps > MAX_STEPS) return [...values, { node: piece.node, origin: "open" }];
      const found = originOf(tree, piece.node);
      if (typeof found === "string") values.push({ node: piece.node, origin: found });
      else queue.push(...found);
    }
  }
  return values;
}

/** The least trusted of the values in `nodes`; `undefined` where all are constant or harmless. */
export function worstValue(tree: SyntaxTree, nodes: readonly NodeId[]): Value | undefined {
  let worst: Value | undefined;
  for (const node of nodes.slice(0, MAX_STEPS)) {
    for (const value of valuesOf(tree, node)) {
      if (value.origin === "harmless") continue;
      if (!worst || ORIGINS.indexOf(value.origin) < ORIGINS.indexOf(worst.origin)) worst = value;
    }
  }
  return worst;
}

/** The origin, or the expressions that the value is made of. */
function originOf(tree: SyntaxTree, node: NodeId): Origin | NodeId[] {
  switch (tree.kind(node)) {
    case "call":
    case "call_expression":
    case "new_expression":
      return originOfCall(tree, node);
    case "await":
    case "await_expression":
    case "interpolation":
    case "spread_element":
    case "list_splat":
    case "variadic_argument":
      return inside(tree, node);
    case "list":
    case "array":
    case "tuple":
      return [...tree.children(node)].slice(0, MAX_STEPS);
    case "binary_operator":
    case "binary_expression":
      return originOfOperator(tree, node);
    case "comparison_operator":
    case "not_operator":
    case "true":
    case "false":
    case "none":
    case "null":
    case "undefined":
      return "harmless";
    default:
      return originOfName(tree, node);
  }
}

function inside(tree: SyntaxTree, node: NodeId): Origin | NodeId[] {
  const inner = tree.firstChild(node);
  return inner === undefined ? "open" : [inner];
}

function originOfCall(tree: SyntaxTree, node: NodeId): Origin | NodeId[] {
  const call = callAt(tree, node);
  if (!call) return "open";
  const { callee, method, receiver, positional } = call;
  if (NEUTRAL.has(callee) || FIXED.has(callee)) return "harmless";
  if (ENVIRONMENT.test(callee)) return "environment";
  if (PASSING.has(callee)) return [...positional].slice(0, MAX_STEPS);
  if (FILE_READS.test(callee)) return ownFile(tree, positional[0]);
  if (receiver !== undefined && READ_METHODS.has(method)) {
    const opened = callAt(tree, valueOf(tree, receiver));
    return opened ? ownFile(tree, opened.positional[0]) : "open";
  }
  if (receiver !== undefined && PASSING_METHODS.has(method)) {
    if (positional.some((each) => isGrown(tree, each))) return "open";
    return [receiver, ...positional].slice(0, MAX_STEPS);
  }
  const name = callee === "" ? method : callee;
  const quotes = name.length <= LONGEST_CALLEE && QUOTING_NAME.test(name) &&
    !OTHER_QUOTING.test(name);
  if (quotes) return "quoted";
  return returnedValues(tree, node)?.slice(0, MAX_STEPS) ?? "open";
}

/** What stands in a file is the server's own where the caller has no say in which file. */
function ownFile(tree: SyntaxTree, path: NodeId | undefined): Origin {
  return path !== undefined && isPlace(tree, path, 0) ? "own" : "open";
}

/** Joins of joins looked into for where a file lies. */
const MAX_PLACE_DEPTH = 4;

function isPlace(tree: SyntaxTree, path: NodeId, depth: number): boolean {
  return textPieces(tree, path).every((piece) => {
    if (piece.kind === "text") return true;
    const origin = originOf(tree, piece.node);
    if (typeof origin === "string") return origin === "harmless" || origin === "environment";
    return depth < MAX_PLACE_DEPTH && origin.every((part) => isPlace(tree, part, depth + 1));
  });
}

const ARITHMETIC = new Set(["-", "*", "**", "/", "//", "%", "<<", ">>", "&", "|", "^"]);
const COMPARISONS = new Set(["==", "===", "!=", "!==", "<", ">", "<=", ">=", "in", "instanceof"]);

function originOfOperator(tree: SyntaxTree, node: NodeId): Origin | NodeId[] {
  const left = tree.child(node, "left");
  const right = tree.child(node, "right");
  const operator = tree.child(node, "operator");
  if (left === undefined || right === undefined || operator === undefined) return "open";
  const sign = tree.textOf(operator);
  if (COMPARISONS.has(sign)) return "harmless";
  if (sign === "&&") return [right];
  // Python formats with %, repeats with * and joins paths with /; elsewhere they make numbers.
  if (tree.language === "python" && ["%", "*", "/"].includes(sign)) {
    return [left, ...(tree.kind(right) === "tuple" ? tree.children(right) : [right])];
  }
  return ARITHMETIC.has(sign) ? "harmless" : [left, right];
}

function originOfName(tree: SyntaxTree, node: NodeId): Origin | NodeId[] {
  const name = fullName(tree, node) ?? fieldName(tree, node);
  if (name !== undefined) {
    if (FIXED.has(name)) return "harmless";
    if (ENVIRONMENT.test(name)) return "environment";
  }
  const object = tree.child(node, "object") ?? tree.child(node, "value") ??
    tree.child(node, "operand");
  if (object !== undefined) {
    const member = memberOf(tree, node);
    const text = member && tree.textOf(member.name);
    if (text !== undefined && NUMBERS.has(text)) return "harmless";
    if (tree.textOf(object) === "import.meta") return "harmless";
    if (ENVIRONMENT.test(fullName(tree, object) ?? "")) return "environment";
    const values = fieldValues(tree, node);
    if (values.length > 0) return values.length <= MAX_FIELD_VALUES ? [...values] : "open";
    return text === undefined || PLACES.has(text) ? originOf(tree, object) : "open";
  }
  if (tree.kind(node) !== "identifier") return "open";
  const parameter = parameterOf(tree, node);
  if (parameter?.number) return "harmless";
  const given = parameter &&
    givenValues(tree, { holder: parameter.function_, name: tree.textOf(node) });
  if (given) return given.length === 0 ? "harmless" : [...given].slice(0, MAX_STEPS);
  return countsOrLooksUp(tree, node) ? "harmless" : "open";
}

/** Values of one field followed. */
const MAX_FIELD_VALUES = 4;

function fieldName(tree: SyntaxTree, node: NodeId): string | undefined {
  const [value, ...others] = fieldValues(tree, node);
  return value === undefined || others.length > 0 ? undefined : fullName(tree, value);
}

const COUNTERS = new Set(["range", "enumerate"]);

/** A loop's counter; or, in Go, the first of several results of a call that gives a fixed value. */
function countsOrLooksUp(tree: SyntaxTree, node: NodeId): boolean {
  const name = tree.textOf(node);
  const binding = bindingOf(tree, node, name);
  if (binding?.kind === "element") return COUNTERS.has(callAt(tree, binding.node)?.callee ?? "");
  if (tree.language !== "go" || binding?.kind !== "open") return false;
  return fixedResults(tree).has(name);
}

const looked = new WeakMap<SyntaxTree, Set<string>>();

/** Names that `x, err := exec.LookPath("git")` and its like give a value to. */
function fixedResults(tree: SyntaxTree): Set<string> {
  let names = looked.get(tree);
  if (names) return names;
  looked.set(tree, names = new Set());
  for (const node of tree.nodesOf(new Set(["short_var_declaration"]))) {
    const right = tree.firstChild(tree.child(node, "right") ?? node);
    const call = right === undefined ? undefined : callAt(tree, right);
    const first = tree.firstChild(tree.child(node, "left") ?? node);
    if (!call || first === undefined) continue;
    const { callee, positional } = call;
    const fixed = FIXED.has(callee) ||
      (callee === "os/exec.LookPath" && positional.every((each) => isPlace(tree, each, 0)));
    if (fixed) names.add(tree.textOf(first));
  }
  return names;
}

const LITERAL_MAKERS = new Set(["JSON.stringify", "json.dumps", "repr"]);

/** True where a value stands in code as a literal that its language quotes itself. */
export function isLiteral(tree: SyntaxTree, node: NodeId): boolean {
  const parent = tree.parent(node);
  if (parent === undefined) return false;
  if (tree.kind(parent) === "interpolation") {
    return [...tree.children(parent)].some((each) => tree.textOf(each) === "!r");
  }
  const call = tree.kind(parent) === "arguments" ? callAt(tree, tree.parent(parent)!) : undefined;
  return LITERAL_MAKERS.has(call?.callee ?? callAt(tree, node)?.callee ?? "");
}

const LONGEST_NAME = 60;

/** A name as it stands, anything longer in general words. */
export function describeValue(tree: SyntaxTree, node: NodeId): string {
  const { start, end } = tree.span(node);
  const text = end - start <= LONGEST_NAME ? tree.textOf(node) : "";
  return /^[\w.$[\]"']+$/.test(text)
    ? `the value of "${text.replaceAll('"', "'")}"`
    : "a computed value";
}
