// An expression to the text it shows: literals, constants and concatenations as the syntax room
// knows them, and the calls, choices and tables that real servers put around them.

import type { MappedText } from "../core/mod.ts";
import { type NodeId, type SyntaxTree, textPieces } from "../syntax/mod.ts";
import { argumentsOf, calleeName } from "./expressions.ts";
import {
  addText,
  type Draft,
  joinPieces,
  nodeText,
  type Reading,
  spendStep,
  spendUnits,
} from "./reading.ts";
import { resolveValue } from "./values.ts";

/** Expressions inside expressions. */
const MAX_DEPTH = 8;

/** Methods that give back the text they are called on, more or less. */
const TEXT_METHODS = new Set([
  "trim",
  "trimStart",
  "trimEnd",
  "strip",
  "lstrip",
  "rstrip",
  "replace",
  "replaceAll",
  "format",
  "concat",
  "toString",
  "normalize",
  "dedent",
  "removeprefix",
  "removesuffix",
  "slice",
  "substring",
]); // deno-fmt-ignore-line

/** Functions that give back the text of their arguments, more or less. */
const TEXT_FUNCTIONS =
  /^(?:dedent|cleandoc|stripIndents?|outdent|oneLine\w{0,20}|String|str|raw|Sprintf|Sprint|TrimSpace|heredoc|Doc|gettext|_)$/i;

/** `name`: only what is certain; `prose`: also arguments of unknown calls that read as prose. */
export type TextMode = "name" | "prose";

/** The known pieces of the text of `node`, joined; `undefined` where there is none. */
export function shownText(
  reading: Reading,
  node: NodeId | undefined,
  mode: TextMode = "prose",
): MappedText | undefined {
  if (node === undefined || !spendUnits(reading, 0)) return undefined;
  const found: MappedText[] = [];
  collect({ reading, mode, found }, node, 0);
  return joinPieces(found);
}

interface Search {
  readonly reading: Reading;
  readonly mode: TextMode;
  readonly found: MappedText[];
}

function collect(search: Search, node: NodeId, depth: number): void {
  const { reading, found } = search;
  if (depth > MAX_DEPTH || !spendStep(reading)) return;
  for (const piece of textPieces(reading.tree, node)) {
    if (piece.kind === "text") {
      if (!spendUnits(reading, piece.value.text.length)) return;
      found.push(piece.value);
    } else expand(search, piece.node, depth + 1);
  }
}

function expand(search: Search, node: NodeId, depth: number): void {
  const { reading } = search;
  const { tree } = reading;
  const both = (first: NodeId | undefined, second: NodeId | undefined): void => {
    if (first !== undefined) collect(search, first, depth);
    if (second !== undefined) collect(search, second, depth);
  };
  switch (tree.kind(node)) {
    case "call":
    case "call_expression":
      return expandCall(search, node, depth);
    case "ternary_expression":
      return both(tree.child(node, "consequence"), tree.child(node, "alternative"));
    case "conditional_expression": {
      const [first, , second] = [...tree.children(node)];
      return both(first, second);
    }
    case "boolean_operator":
      return both(tree.child(node, "left"), tree.child(node, "right"));
    case "binary_operator":
    case "binary_expression":
      return expandBinary(search, node, depth);
    case "await":
    case "await_expression": {
      const inner = tree.firstChild(node);
      return inner === undefined ? undefined : collect(search, inner, depth);
    }
  }
  const value = resolveValue(reading, node);
  if (value !== node && !isDeclaration(tree, value)) collect(search, value, depth);
}

function isDeclaration(tree: SyntaxTree, node: NodeId): boolean {
  return /(?:definition|declaration|_spec)$/.test(tree.kind(node));
}

function expandBinary(search: Search, node: NodeId, depth: number): void {
  const { tree } = search.reading;
  const left = tree.child(node, "left");
  const right = tree.child(node, "right");
  const operator = tree.child(node, "operator");
  const sign = operator === undefined ? "" : tree.textOf(operator);
  if (left !== undefined && ["||", "??", "%"].includes(sign)) collect(search, left, depth);
  if (right !== undefined && ["||", "??", "&&"].includes(sign)) collect(search, right, depth);
}

function expandCall(search: Search, call: NodeId, depth: number): void {
  const { tree } = search.reading;
  const callee = tree.child(call, "function");
  const name = calleeName(tree, call);
  if (callee === undefined || name === undefined) return;
  const object = tree.child(callee, "object") ?? tree.child(callee, "operand");
  const arguments_ = argumentsOf(tree, call);
  if (name === "join") return expandJoin(search, { object, list: arguments_[0] }, depth);
  if (object !== undefined && TEXT_METHODS.has(name)) {
    collect(search, object, depth);
    if (name === "concat") { for (const argument of arguments_) collect(search, argument, depth); }
    if (search.found.length > 0) return;
  }
  if (TEXT_FUNCTIONS.test(name)) {
    for (const argument of arguments_) collect(search, argument, depth);
    return;
  }
  // `t("SEARCH_DESCRIPTION", "Searches the web")`: a translation, a template, a wrapper.
  if (search.mode !== "prose" || NOT_SHOWN.test(name)) return;
  for (const argument of arguments_) {
    const inner: Search = { ...search, found: [] };
    if (/string|binary|^identifier$/.test(tree.kind(argument))) collect(inner, argument, depth);
    const text = joinPieces(inner.found);
    if (text && /\S\s+\S/.test(text.text)) search.found.push(text);
  }
}

/** Calls whose words are about something else: schemas, logs, errors, files. */
const NOT_SHOWN =
  /^(?:describe|description|min|max|regex|refine|Field|string|number|enum|object|array|get|getenv|log|error|readFile\w{0,8}|open)$/;

function expandJoin(
  search: Search,
  parts: { object: NodeId | undefined; list: NodeId | undefined },
  depth: number,
): void {
  const { reading } = search;
  const { tree } = reading;
  const python = tree.language === "python";
  const list = python ? parts.list : parts.object;
  if (list === undefined) return;
  const value = resolveValue(reading, list);
  if (!["array", "list", "tuple"].includes(tree.kind(value))) return;
  for (const element of tree.children(value)) collect(search, element, depth);
}

/** A key's own text where it stands: without quotes where it has some. */
export function keyPlace(tree: SyntaxTree, node: NodeId): MappedText | undefined {
  const pieces = textPieces(tree, node).flatMap((piece) =>
    piece.kind === "text" ? [piece.value] : []
  );
  if (pieces.length > 0 && tree.kind(node) !== "identifier") return joinPieces(pieces);
  return /identifier$/.test(tree.kind(node)) ? nodeText(tree, node) : undefined;
}

export interface SchemaPlace {
  /** The parameter that the schema is about; absent for the schema of all of them. */
  readonly parameter?: string;
  /** Schemas around this one. */
  readonly depth: number;
  readonly wrappers?: number;
}

/** The description of the schema at hand: a parameter's, or the tool's own. */
export function describe(draft: Draft, node: NodeId | undefined, at: SchemaPlace): void {
  const value = shownText(draft.reading, node);
  if (at.parameter === undefined) addText(draft, value, { role: "description" });
  else addText(draft, value, { role: "parameter", parameter: at.parameter });
}
