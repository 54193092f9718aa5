// An expression to the text it shows: literals, constants, concatenations and tables, and the calls
// and choices that real servers put around them. Of a choice, every alternative is shown: the one
// that looks harmless must not hide the other.

import { joinMapped, type MappedText, standingFor, verbatim } from "../core/mod.ts";
import type { LinkedTree } from "./linked_tree.ts";
import type { NodeId } from "../syntax/mod.ts";
import { argumentsOf, calleeName, isList } from "./expressions.ts";
import { addText, type Draft, nodeText, type Reading, spendStep, spendUnits } from "./reading.ts";
import { valuesOf } from "./values.ts";

/** Expressions that one text is made of. */
const MAX_EXPRESSIONS = 2_000;
/** Unknown calls inside the arguments of unknown calls. */
const MAX_CALLS = 3;

/** `name`: what is certain, the first of a choice. `prose`: every alternative, wrappers too. */
export type TextMode = "name" | "prose";

interface Search {
  readonly reading: Reading;
  readonly mode: TextMode;
  readonly calls: number;
  /** Values taken where there are several, so that `text = text + …` comes to an end. */
  readonly taken: Set<NodeId>;
}

interface Part {
  readonly node: NodeId;
  /** Put in front where something is there already: alternatives and elements stay apart. */
  readonly before?: string;
}

/** The known pieces of the text of `node`, joined; `undefined` where there is none. */
export function shownText(
  reading: Reading,
  node: Values,
  mode: TextMode = "prose",
): MappedText | undefined {
  const search: Search = { reading, mode, calls: 0, taken: new Set() };
  return collect(search, alternatives(search, nodesOf(node)));
}

/** One expression, or all that a key may stand for. */
export type Values = NodeId | readonly NodeId[] | undefined;

export function nodesOf(values: Values): readonly NodeId[] {
  return typeof values === "number" ? [values] : values ?? [];
}

function collect(search: Search, parts: readonly Part[]): MappedText | undefined {
  const { reading } = search;
  const found: MappedText[] = [];
  const open: (Part | MappedText)[] = parts.toReversed();
  let left = MAX_EXPRESSIONS;
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    if ("text" in part) {
      if (!spendUnits(reading, part.text.length)) break;
      found.push(part);
      continue;
    }
    if (left-- <= 0) reading.cut = true;
    if (left < 0 || !spendStep(reading)) break;
    const inside = partsOf(search, part.node);
    const { before } = part;
    if (before && found.length > 0 && inside.length > 0) found.push(separator(reading, part));
    for (const each of inside.toReversed()) open.push(each);
  }
  return found.length === 0 ? undefined : joinMapped(found);
}

function separator({ tree }: Reading, { node, before = "" }: Part): MappedText {
  const { start } = tree.span(node);
  return standingFor(before, { start, end: start + 1 });
}

const NUMBERS = new Set(["integer", "float", "number", "int_literal", "float_literal"]);

/** What `node` is made of, in order: texts, and expressions still to be looked at. */
function partsOf(search: Search, node: NodeId): readonly (Part | MappedText)[] {
  const { reading } = search;
  const { tree } = reading;
  const { start, end } = tree.span(node);
  const field = (name: string): NodeId | undefined => tree.child(node, name);
  const all = (...nodes: readonly (NodeId | undefined)[]): Part[] =>
    nodes.flatMap((each) => each === undefined ? [] : [{ node: each }]);
  switch (tree.kind(node)) {
    case "string":
    case "template_string":
    case "interpreted_string_literal":
    case "raw_string_literal":
      // Paid for when taken; but one that cannot be paid for is not even decoded.
      if (end - start > MAX_LITERAL + reading.left.units) {
        reading.cut = true;
        return [];
      }
      return (tree.literalPieces(node) ?? [])
        .map((piece) => piece.kind === "text" ? piece.value : { node: piece.node });
    case "concatenated_string":
      return all(...tree.children(node));
    case "binary_expression":
    case "binary_operator": {
      const operator = field("operator");
      if (operator !== undefined && /^[+%]$/.test(tree.textOf(operator))) {
        return all(field("left"), field("right"));
      }
      break;
    }
    case "call":
    case "call_expression":
      return partsOfCall(search, node);
    case "arrow_function":
    case "function_expression":
    case "method_definition":
    case "lambda":
      return alternatives(search, resultsOf(reading, node));
  }
  if (NUMBERS.has(tree.kind(node))) return [verbatim(tree.textOf(node), start)];
  return partsOfValues(search, node);
}

/** Quotes and escapes of a literal beyond the units it stands for. */
const MAX_LITERAL = 1_000;

function isDeclaration(tree: LinkedTree, node: NodeId): boolean {
  return /(?:definition|declaration|_spec)$/.test(tree.kind(node));
}

function alternatives({ mode }: Pick<Search, "mode">, nodes: readonly NodeId[]): Part[] {
  // A name is one text; `item.name` says which.
  return nodes.slice(0, mode === "name" ? 1 : undefined).map((node) => ({ node, before: "\n" }));
}

function partsOfValues({ reading, mode, taken }: Search, node: NodeId): Part[] {
  const values = valuesOf(reading, node)
    .filter((value) => value !== node && !isDeclaration(reading.tree, value));
  if (values.length < 2) return values.map((value) => ({ node: value }));
  const fresh = values.filter((value) => !taken.has(value));
  for (const value of fresh) taken.add(value);
  return alternatives({ mode }, fresh);
}

const FUNCTIONS = /^(?:arrow_function|function_expression|function_declaration|method_definition)$/;
/** Nodes of a function that is there to make a text. */
const MAX_FUNCTION = 2_000;

/** What a function gives back: its expression, or that of each return of its own. */
function resultsOf(reading: Reading, node: NodeId): NodeId[] {
  const { tree } = reading;
  const body = tree.child(node, "body");
  if (body === undefined) return [];
  if (tree.kind(body) !== "statement_block") return [body];
  const results: NodeId[] = [];
  const end = Math.min(tree.next(body), body + MAX_FUNCTION);
  for (let at = body; at < end && spendStep(reading);) {
    const kind = tree.kind(at);
    const result = kind === "return_statement" ? tree.firstChild(at) : undefined;
    if (result !== undefined) results.push(result);
    at = FUNCTIONS.test(kind) || kind === "return_statement" ? tree.next(at) : at + 1;
  }
  return results;
}

/** Methods that give back the text they are called on, more or less. */
const TEXT_METHODS =
  /^(?:trim|trimStart|trimEnd|l?strip|rstrip|replace|replaceAll|format|concat|toString|normalize|dedent|removeprefix|removesuffix|slice|substring|valueOf)$/;

/** Functions whose arguments are the text they give back, more or less. */
const TEXT_FUNCTIONS =
  /^(?:concat|format|dedent|cleandoc|stripIndents?|outdent|oneLine\w{0,20}|String|str|raw|Sprintf|Sprint|TrimSpace|heredoc)$/i;

/** Calls whose words are about something else: schemas, logs, errors, files. */
const NOT_SHOWN =
  /^(?:describe|description|min|max|regex|refine|Field|string|number|enum|object|array|get|getenv|log|error|readFile\w{0,8}|open)$/;

function partsOfCall(search: Search, call: NodeId): readonly (Part | MappedText)[] {
  const { tree } = search.reading;
  const callee = tree.child(call, "function");
  const name = calleeName(tree, call);
  if (callee === undefined || name === undefined) return [];
  const object = tree.child(callee, "object") ?? tree.child(callee, "operand");
  const arguments_ = argumentsOf(tree, call);
  if (name === "join") return partsOfJoin(search, { object, first: arguments_[0] });
  const parts: Part[] = [];
  if (object !== undefined && TEXT_METHODS.test(name)) parts.push({ node: object });
  if (TEXT_FUNCTIONS.test(name)) { for (const node of arguments_) parts.push({ node }); }
  if (parts.length > 0) return parts;
  // `t("SEARCH_DESCRIPTION", "Searches the web")`: a translation, a template, a wrapper.
  if (search.mode !== "prose" || search.calls >= MAX_CALLS || NOT_SHOWN.test(name)) return [];
  return arguments_
    .filter((argument) => /string|binary|^identifier$/.test(tree.kind(argument)))
    .flatMap((argument) => proseOf(search, argument) ?? []);
}

/** The argument's text where it reads as more than a word. */
function proseOf(outer: Search, argument: NodeId): MappedText | undefined {
  const text = collect({ ...outer, calls: outer.calls + 1 }, [{ node: argument }]);
  return text && /\S\s+\S/.test(text.text) ? text : undefined;
}

/** `", ".join([…])` of Python, `[…].join(", ")` of JavaScript. */
function partsOfJoin(
  { reading }: Search,
  { object, first }: { object: NodeId | undefined; first: NodeId | undefined },
): Part[] {
  const { tree } = reading;
  const [list, glue] = tree.language === "python" ? [first, object] : [object, first];
  if (list === undefined) return [];
  const elements = valuesOf(reading, list)
    .flatMap((value) => isList(tree, value) ? [...tree.children(value)] : []);
  const before = glue === undefined ? "," : tree.constantText(glue)?.text ?? "\n";
  return elements.map((node) => ({ node, before: before.slice(0, MAX_GLUE) }));
}

const MAX_GLUE = 16;

/** A key's own text where it stands: without quotes where it has some. */
export function keyPlace(tree: LinkedTree, node: NodeId): MappedText | undefined {
  return /identifier$/.test(tree.kind(node)) ? nodeText(tree, node) : tree.constantText(node);
}

export interface SchemaPlace {
  /** The parameter that the schema is about; absent for the schema of all of them. */
  readonly parameter?: string;
  /** Schemas around this one. */
  readonly depth: number;
  readonly wrappers?: number;
}

/** Texts and lists of texts that a parameter may be, is without more, or is for example. */
export function readValues(
  draft: Draft,
  nodes: Values,
  { parameter, role }: SchemaPlace & { readonly role: "choice" | "default" | "example" },
): void {
  if (parameter === undefined) return;
  const { reading } = draft;
  const { tree } = reading;
  for (const node of nodesOf(nodes)) {
    for (const value of valuesOf(reading, node)) {
      const each = isList(tree, value) ? [...tree.children(value)] : [value];
      for (const text of each) {
        if (NUMBERS.has(tree.kind(text))) continue;
        addText(draft, shownText(reading, text, "name"), { role, parameter });
      }
    }
  }
}

/** The description of the schema at hand: a parameter's, or the tool's own. */
export function describe(draft: Draft, node: Values, at: SchemaPlace): void {
  const value = shownText(draft.reading, node);
  if (at.parameter === undefined) addText(draft, value, { role: "description" });
  else addText(draft, value, { role: "parameter", parameter: at.parameter });
}
