// Texts of the languages of which only the surface is read (Rust, Java, C#, PHP, Ruby): literals,
// what is put together out of them, and constants of the file. The same shapes under other names.

import { joinMapped, type MappedText, MappedTextBuilder, verbatim } from "../core/mod.ts";
import type { NodeId } from "../syntax/mod.ts";
import type { LinkedTree } from "./linked_tree.ts";
import { type Reading, spendStep, spendUnits } from "./reading.ts";

const LITERALS = new Set([
  "string_literal",
  "raw_string_literal",
  "verbatim_string_literal",
  "interpolated_string_expression",
  "string",
  "encapsed_string",
  "heredoc",
  "nowdoc",
  "heredoc_body",
]);

/** Parts of a literal that are its text. */
const CONTENT =
  /^(?:string_content|string_fragment|multiline_string_fragment|string_literal_content|raw_string_content|escape_sequence|heredoc_body|heredoc_content|nowdoc_body|interpolation|variable_name)$/;
const JOINING = new Set(["chained_string", "concatenated_string"]);
const NAMES = new Set([
  "identifier",
  "constant",
  "name",
  "field_access",
  "member_access_expression",
  "scoped_identifier",
  "scope_resolution",
  "class_constant_access_expression",
  "qualified_name",
]);
const CALLS = new Set([
  "method_invocation",
  "invocation_expression",
  "call_expression",
  "member_call_expression",
  "call",
  "macro_invocation",
]);

const MAX_DEPTH = 24;
/** Names that lead to names. */
const MAX_HOPS = 4;
/** Nodes between a heredoc's name and its text. */
const MAX_AHEAD = 400;

/** The known text of an expression; `undefined` where there is none. */
export function plainText(reading: Reading, node: NodeId | undefined): MappedText | undefined {
  if (node === undefined) return undefined;
  const found = collect(reading, node, { depth: 0, hops: 0 });
  if (found.length === 0) return undefined;
  const text = joinMapped(found);
  return spendUnits(reading, text.text.length) ? text : undefined;
}

function collect(
  reading: Reading,
  node: NodeId,
  at: { depth: number; hops: number },
): MappedText[] {
  const { tree } = reading;
  if (at.depth > MAX_DEPTH || !spendStep(reading)) return [];
  const kind = tree.kind(node);
  const inside = (nodes: Iterable<NodeId>): MappedText[] =>
    [...nodes].flatMap((each) => collect(reading, each, { ...at, depth: at.depth + 1 }));
  if (LITERALS.has(kind)) return [literalText(tree, node)];
  if (kind === "heredoc_beginning") {
    const body = bodyAfter(tree, node);
    return body === undefined ? [] : [literalText(tree, body)];
  }
  // `concat!("a", "b")`, whose arguments have no shape of their own.
  if (JOINING.has(kind) || kind === "token_tree") return inside(tree.children(node));
  if (kind === "binary_expression" || kind === "binary") {
    const operator = tree.child(node, "operator");
    if (operator !== undefined && !/^[+.]$/.test(tree.shortText(operator, 3))) return [];
    return inside([tree.child(node, "left"), tree.child(node, "right")].flatMap((e) => e ?? []));
  }
  if (NAMES.has(kind)) {
    const value = constantsOf(reading).get(lastWord(tree, node));
    return value === undefined || at.hops >= MAX_HOPS
      ? []
      : collect(reading, value, { depth: at.depth + 1, hops: at.hops + 1 });
  }
  if (CALLS.has(kind)) {
    // `"text".into()`, `String::from("text")`, `Some("text")`.
    const receiver = tree.child(node, "object") ?? tree.child(node, "receiver") ??
      tree.child(node, "function") ?? tree.child(node, "expression");
    const value = receiver === undefined ? undefined : tree.child(receiver, "value") ??
      tree.child(receiver, "expression") ?? receiver;
    const own = value === undefined || NAMES.has(tree.kind(value)) ? [] : inside([value]);
    if (own.length > 0) return own;
    const list = tree.child(node, "arguments") ?? tree.firstChild(node, "token_tree");
    return list === undefined ? [] : inside([...tree.children(list)].slice(0, 1));
  }
  if (/^(?:argument|parenthesized_expression|parenthesized_statements)$/.test(kind)) {
    return inside([...tree.children(node)].slice(-1));
  }
  return [];
}

function bodyAfter(tree: LinkedTree, node: NodeId): NodeId | undefined {
  const root = tree.rootOf(node);
  const end = Math.min(tree.next(root), node + MAX_AHEAD);
  for (let at = node + 1; at < end; at++) if (tree.kind(at) === "heredoc_body") return at;
  return undefined;
}

/** What a name ends with: `C` of `A.B.C` and of `A::C`. */
export function lastWord(tree: LinkedTree, node: NodeId): string {
  return /\w{1,200}$/.exec(tree.shortText(node, 400))?.[0] ?? "";
}

const RAW = new Set(["raw_string_literal", "verbatim_string_literal", "nowdoc"]);

function literalText(tree: LinkedTree, node: NodeId): MappedText {
  const { start, end } = tree.span(node);
  const whole = tree.textOf(node);
  let from: number | undefined;
  let to = end;
  for (const child of tree.children(node)) {
    if (!CONTENT.test(tree.kind(child))) continue;
    const span = tree.span(child);
    from ??= span.start;
    to = span.end;
  }
  if (from === undefined) {
    // No text inside, or a grammar that does not name it.
    const quotes = /^[@$]{0,2}(?:"{3,8}(?!")|"|')/.exec(whole)?.[0] ?? "";
    const opening = quotes.length;
    const closing = quotes.replace(/^[@$]{1,2}/, "").length;
    from = Math.min(start + opening, end);
    to = Math.max(from, end - Math.min(closing, whole.length - opening));
  }
  const text = whole.slice(from - start, to - start);
  const isRaw = RAW.has(tree.kind(node)) || whole.startsWith("'") || !text.includes("\\");
  return isRaw ? verbatim(text, from) : unescaped(text, from);
}

const ESCAPE =
  /^(?:u\{([0-9A-Fa-f_]{1,8})\}|u{1,4}([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|x([0-9A-Fa-f]{2})|(\r?\n[ \t]{0,200})|([\s\S]))/;
const LETTERS: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  r: "\r",
  b: "\b",
  f: "\f",
  v: "\v",
  e: "\x1b",
  a: "\x07",
  s: " ",
  0: "\0",
};
const MAX_ESCAPE = 210;

function unescaped(text: string, start: number): MappedText {
  const builder = new MappedTextBuilder();
  let plain = 0;
  for (let at = text.indexOf("\\"); at >= 0; at = text.indexOf("\\", plain)) {
    const found = ESCAPE.exec(text.slice(at + 1, at + MAX_ESCAPE));
    const length = 1 + (found?.[0].length ?? 0);
    const hex = found?.[1] ?? found?.[2] ?? found?.[3] ?? found?.[4];
    const point = hex === undefined ? undefined : Number.parseInt(hex.replaceAll("_", ""), 16);
    const letter = found?.[6];
    const value = point !== undefined
      ? point <= 0x10ffff ? String.fromCodePoint(point) : "\ufffd"
      : letter === undefined
      ? ""
      : LETTERS[letter] ?? letter;
    builder.append(text.slice(plain, at), start + plain);
    builder.appendWhole(value, { start: start + at, end: start + at + length });
    plain = at + length;
  }
  builder.append(text.slice(plain), start + plain);
  return builder.build();
}

const CONSTANTS = new Set([
  "const_item",
  "static_item",
  "variable_declarator",
  "const_element",
  "property_element",
  "assignment",
]);

/** Constants of the file by name; absent where a name has several. */
function constantsOf(reading: Reading): ReadonlyMap<string, NodeId> {
  if (reading.constants) return reading.constants;
  const { tree } = reading;
  const found = new Map<string, NodeId>();
  const several = new Set<string>();
  for (const node of tree.nodesOf(CONSTANTS)) {
    if (!spendStep(reading)) break;
    const children = [...tree.children(node)];
    const name = tree.child(node, "name") ?? tree.child(node, "left") ?? children[0];
    const value = tree.child(node, "value") ?? tree.child(node, "right") ??
      tree.child(node, "default_value") ?? children.at(-1);
    if (name === undefined || value === undefined || name === value) continue;
    const text = lastWord(tree, name);
    if (found.has(text)) several.add(text);
    found.set(text, value);
  }
  for (const name of several) found.delete(name);
  return reading.constants = found;
}

/** An attribute or annotation of a declaration, and what it is given. */
export interface Attribute {
  readonly name: string;
  readonly given: readonly Given[];
}

/** What a call, an attribute or a record is given, by position or by name. */
export interface Given {
  readonly key?: string;
  readonly keyNode?: NodeId;
  readonly value: NodeId;
}

/** The arguments in a list, whatever the grammar calls them. */
export function givenIn(tree: LinkedTree, list: NodeId | undefined): readonly Given[] {
  if (list === undefined) return [];
  if (tree.kind(list) === "token_tree") return givenInTokens(tree, list);
  return [...tree.children(list)].flatMap((child): Given[] => {
    const children = [...tree.children(child)];
    const last = children.at(-1);
    switch (tree.kind(child)) {
      case "element_value_pair":
      case "pair": {
        const key = tree.child(child, "key");
        const value = tree.child(child, "value");
        return key === undefined || value === undefined ? [] : [named(tree, key, value)];
      }
      case "array_element_initializer":
        return last === undefined
          ? []
          : children.length > 1
          ? [named(tree, children[0]!, last)]
          : [{ value: last }];
      case "attribute_argument":
      case "argument": {
        if (last === undefined) return [];
        const inner = tree.kind(last) === "assignment_expression" ? last : undefined;
        const key = inner === undefined
          ? tree.child(child, "name") ?? (children.length > 1 ? children[0] : undefined)
          : tree.child(inner, "left");
        const value = inner === undefined ? last : tree.child(inner, "right") ?? last;
        return [key === undefined ? { value } : named(tree, key, value)];
      }
      case "assignment_expression": {
        const key = tree.child(child, "left");
        const value = tree.child(child, "right");
        return key === undefined || value === undefined ? [] : [named(tree, key, value)];
      }
      default:
        return [{ value: child }];
    }
  });
}

function named(tree: LinkedTree, keyNode: NodeId, value: NodeId): Given {
  return { key: lastWord(tree, keyNode) || quoted(tree, keyNode), keyNode, value };
}

function quoted(tree: LinkedTree, node: NodeId): string {
  return tree.shortText(node, 200).replace(/^[:"']{1,2}|["':]$/g, "");
}

/** `(name = "x", annotations(read_only_hint = true))`, of which only the words are nodes. */
function givenInTokens(tree: LinkedTree, list: NodeId): Given[] {
  const found: Given[] = [];
  const tokens = [...tree.children(list)];
  for (let i = 0; i < tokens.length; i++) {
    const key = tokens[i]!;
    const value = tokens[i + 1];
    if (tree.kind(key) !== "identifier") {
      found.push({ value: key });
      continue;
    }
    if (value === undefined) break;
    // A macro's name stands before what it is given.
    const isMacro = tree.kind(value) === "identifier" && tokens[i + 2] !== undefined &&
      tree.kind(tokens[i + 2]!) === "token_tree";
    found.push({ key: tree.textOf(key), keyNode: key, value: isMacro ? tokens[i + 2]! : value });
    i += isMacro ? 2 : 1;
  }
  return found;
}
