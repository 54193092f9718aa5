// The texts that an answer is made of: an expression that a handler returns or throws, down to the
// strings in it, through records, lists, choices, variables and calls that put an answer together.
// What a call only works with (an address, a query, a log line) is no answer.

import type { MappedText, SurfaceRole } from "../core/mod.ts";
import type { NodeId } from "../syntax/mod.ts";
import { baseName, bodyOf, calleeName, entryOf, insideOf, keyText } from "./expressions.ts";
import { declarationsOf } from "./declarations.ts";
import { type Reading, spendStep } from "./reading.ts";
import { shownText } from "./shown_text.ts";
import { FUNCTIONS } from "./tool_facts.ts";
import { recordOf, valuesOf } from "./values.ts";

/** A text, or a function of the program whose answer is part of this one. */
export type Answer =
  | { readonly role: SurfaceRole; readonly value: MappedText }
  | { readonly calls: NodeId };

/** By name, what is put into a variable bit by bit. */
export type Grown = ReadonlyMap<string, readonly NodeId[]>;

/** Expressions of one answer. */
const MAX_EXPRESSIONS = 4_000;

interface Open {
  readonly node: NodeId;
  readonly role: SurfaceRole;
}

/** What `node` tells whoever gets it. */
export function* gatherAnswers(
  reading: Reading,
  { node, role, grown }: { node: NodeId; role: SurfaceRole; grown: Grown },
): Generator<Answer> {
  const seen = new Set<NodeId>();
  const open: Open[] = [{ node, role }];
  let left = MAX_EXPRESSIONS;
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at.node)) continue;
    seen.add(at.node);
    if (left-- <= 0) reading.cut = true;
    if (left < 0 || !spendStep(reading)) return;
    if (isText(reading, at.node)) {
      const value = shownText(reading, at.node);
      if (value && isWorthTelling(value.text)) yield { role: at.role, value };
      continue;
    }
    const inside = insideAnswer(reading, at, {
      grown,
      isThrown: at.node === node && role === "error",
    });
    for (const each of inside.toReversed()) {
      if ("calls" in each) yield each;
      else open.push(each);
    }
  }
}

/** One word, a key or a number orders nothing. */
function isWorthTelling(text: string): boolean {
  return /\S\s+\S/.test(text) || text.trim().length >= LONG_WORD || /[^\s\x21-\x7e]/.test(text);
}

const LONG_WORD = 24;

const STRINGS = new Set([
  "string",
  "template_string",
  "concatenated_string",
  "interpreted_string_literal",
  "raw_string_literal",
]);

function isText({ tree }: Reading, node: NodeId): boolean {
  const kind = tree.kind(node);
  if (STRINGS.has(kind)) return true;
  if (kind !== "binary_expression" && kind !== "binary_operator") return false;
  const operator = tree.child(node, "operator");
  return operator !== undefined && /^[+%]$/.test(tree.textOf(operator));
}

type Inside = Open | { readonly calls: NodeId };

function insideAnswer(
  reading: Reading,
  { node, role }: Open,
  { grown, isThrown }: { grown: Grown; isThrown: boolean },
): readonly Inside[] {
  const { tree } = reading;
  const kind = tree.kind(node);
  const all = (nodes: Iterable<NodeId | undefined>): Open[] =>
    [...nodes].flatMap((each) => each === undefined ? [] : [{ node: each, role }]);
  switch (kind) {
    case "identifier":
    case "shorthand_property_identifier":
    case "member_expression":
    case "attribute":
    case "selector_expression": {
      const values = valuesOf(reading, node).filter((value) =>
        value !== node && !FUNCTIONS.has(tree.kind(value))
      );
      return all([...values, ...grown.get(baseName(tree, node) ?? "") ?? []]);
    }
    case "subscript":
    case "subscript_expression":
      return all(elementsAt(reading, node));
    case "object":
    case "dictionary":
    case "literal_value":
      return insideRecord(reading, { node, role });
    case "pair":
    case "keyword_argument":
      return all([tree.child(node, "value")]);
    case "keyed_element":
      return all([[...tree.children(node)].at(-1)]);
    case "composite_literal":
      return all([tree.child(node, "body")]);
    case "ternary_expression":
      return all([tree.child(node, "consequence"), tree.child(node, "alternative")]);
    case "conditional_expression": {
      const [first, , second] = [...tree.children(node)];
      return all([first, second]);
    }
    case "binary_expression":
    case "boolean_operator":
      return all([tree.child(node, "left"), tree.child(node, "right")]);
    case "list_comprehension":
    case "generator_expression":
    case "arrow_function":
    case "lambda":
      return all([tree.child(node, "body")]);
    case "call":
    case "call_expression":
    case "new_expression":
      return insideCall(reading, { node, role }, isThrown);
    case "array":
    case "list":
    case "tuple":
    case "arguments":
    case "argument_list":
    case "expression_list":
    case "spread_element":
    case "literal_element":
    case "unary_expression":
      return all(tree.children(node));
    default:
      return all(insideOf(tree, node));
  }
}

/** The element that is asked for, or all of them where only a run would tell which. */
function elementsAt(reading: Reading, node: NodeId): readonly NodeId[] {
  const { tree } = reading;
  const values = valuesOf(reading, node).filter((value) => value !== node);
  if (values.length > 0) return values;
  const object = tree.child(node, "object") ?? tree.child(node, "value");
  return object === undefined ? [] : [...recordOf(reading, object).values.values()].flat();
}

/** Keys whose values are for a program. */
const SILENT =
  /^(?:type|role|mimeType|mime_type|uri|url|href|annotations|inputSchema|input_schema|outputSchema|schema|blob|isError|is_error|method|headers)$/;

function insideRecord(reading: Reading, { node, role }: Open): Open[] {
  const { tree } = reading;
  const children = [...tree.children(bodyOf(tree, node) ?? node)];
  const keys = children.map((child) => entryOf(tree, child)?.key ?? keyOf(reading, child) ?? "");
  const isError = keys.some((key) => /^is_?error$/i.test(key));
  return children.flatMap((child, index) =>
    SILENT.test(keys[index]!) ? [] : [{ node: child, role: isError ? "error" : role }]
  );
}

/** `Text` of `Text: "…"` in Go. */
function keyOf({ tree }: Reading, child: NodeId): string | undefined {
  const first = tree.kind(child) === "keyed_element" ? tree.firstChild(child) : undefined;
  return first === undefined ? undefined : keyText(tree, first);
}

/** Calls whose arguments are the answer, or become part of it. */
const CARRIES =
  /text|content|result|respon[ds]|reply|error|exception|fail|success|warn|json|dumps|stringify|markdown|format|answer|output|dedent|sprint|join|concat|wrap|^(?:ok|err|str|string|new|assign|freeze|resolve|reject|list|tuple|dict)$/i;
/** Calls of that name that work with their arguments instead. */
const WORKS =
  /^(?:create|get|fetch|read|load|parse|query|find|search|is|has|log|set|check|validate|send|post)(?:[A-Z_]|$)|complet|generate|sampl|prompt|chat|^(?:console|logger)/;
/** Methods whose object is the answer. */
const KEEPS =
  /^(?:join|trim|trimEnd|trimStart|strip|lstrip|rstrip|replace|replaceAll|slice|concat|filter|map|flatMap|flat|then|catch|finally|toString|String|format|get|encode|substring|sort|reverse|reduce|upper|lower)$/;

/** Those among them whose arguments come out too; of a replacement it is left open. */
const GIVES = /^(?:join|concat|map|flatMap|then|catch|finally|format|get)$/;

function insideCall(reading: Reading, { node, role }: Open, isThrown: boolean): readonly Inside[] {
  const { tree } = reading;
  const callee = tree.child(node, "function") ?? tree.child(node, "constructor");
  const name = calleeName(tree, node);
  const given = tree.child(node, "arguments");
  if (callee === undefined || name === undefined) return [];
  const as = ERRORS.test(name) ? "error" : role;
  const inside: Inside[] = functionsOf(reading, { callee, name }).map((calls) => ({ calls }));
  const object = tree.child(callee, "object") ?? tree.child(callee, "operand");
  const keeps = object !== undefined && KEEPS.test(name);
  if (keeps) {
    inside.push({ node: object, role });
    if (name === "get" || name === "reduce") {
      inside.push(
        ...[...recordOf(reading, object).values.values()].flat().map((node) => ({ node, role })),
      );
    }
  }
  const isCarried = keeps
    ? GIVES.test(name)
    : isThrown || (CARRIES.test(name) && !WORKS.test(name));
  if (isCarried && given !== undefined) inside.push({ node: given, role: as });
  return inside;
}

const ERRORS = /^(?:err|fail\w{0,20}|\w{0,30}Err(?:or)?f?|\w{0,30}Exception|error\w{0,20})$/;

/** The functions of the program that a call means. */
function functionsOf(
  reading: Reading,
  { callee, name }: { callee: NodeId; name: string },
): readonly NodeId[] {
  const { tree } = reading;
  const found = valuesOf(reading, callee).filter((value) => FUNCTIONS.has(tree.kind(value)));
  if (found.length > 0) return found;
  const object = tree.child(callee, "object") ?? tree.child(callee, "operand");
  if (object === undefined) return [];
  if (!isOwn(tree.shortText(object, 8))) return [];
  const own = methodsOf(reading, callee).get(name) ??
    declarationsOf(reading, callee).named.get(name);
  return own !== undefined && FUNCTIONS.has(tree.kind(own)) ? [own] : [];
}

/** `this.show()`, `self.show()`; of Go, whatever the receiver is called. */
function isOwn(object: string): boolean {
  return /^(?:this|self|cls|[a-z]{1,3})$/.test(object);
}

const METHODS = new Set(["method_definition", "method_declaration"]);
const known = new WeakMap<Reading, Map<NodeId, ReadonlyMap<string, NodeId>>>();

/** The methods of the file of a node by name, those apart that several classes have. */
function methodsOf(reading: Reading, node: NodeId): ReadonlyMap<string, NodeId> {
  const { tree } = reading;
  const root = tree.rootOf(node);
  const files = known.get(reading) ?? new Map<NodeId, ReadonlyMap<string, NodeId>>();
  if (files.size === 0) known.set(reading, files);
  let methods = files.get(root);
  if (!methods) {
    const found = new Map<string, NodeId>();
    const several = new Set<string>();
    for (const method of tree.nodesOf(METHODS, root)) {
      const name = tree.child(method, "name");
      if (name === undefined || !spendStep(reading)) continue;
      const text = tree.textOf(name);
      if (found.has(text)) several.add(text);
      found.set(text, method);
    }
    for (const name of several) found.delete(name);
    files.set(root, methods = found);
  }
  return methods;
}
