// String literals of every language to the text they stand for, with the place of each unit.

import {
  isLanguage,
  type Language,
  type MappedText,
  MappedTextBuilder,
  verbatim,
} from "../core/mod.ts";
import type { NodeId, SyntaxTree } from "./tree.ts";

/** A stretch of a literal: text, or an expression put in between. */
export type LiteralPiece =
  | { readonly kind: "text"; readonly value: MappedText }
  | { readonly kind: "expression"; readonly node: NodeId };

const STRING_KINDS = new Set([
  "string",
  "template_string",
  "interpreted_string_literal",
  "raw_string_literal",
]);

const INSERTION_KINDS = new Set(["interpolation", "template_substitution"]);

export function isStringLiteral(tree: SyntaxTree, node: NodeId): boolean {
  return STRING_KINDS.has(tree.kind(node));
}

const known = new WeakMap<SyntaxTree, Map<NodeId, readonly LiteralPiece[]>>();

/**
 * The pieces of a string literal, in order; `undefined` where `node` is none. Line ends stay as the
 * file has them, and `\N{…}` of Python, which takes a table of all character names, as it is.
 */
export function literalPieces(
  tree: SyntaxTree,
  node: NodeId,
): readonly LiteralPiece[] | undefined {
  if (!isStringLiteral(tree, node) || !isLanguage(tree.language)) return undefined;
  let pieces = known.get(tree);
  if (!pieces) known.set(tree, pieces = new Map());
  let found = pieces.get(node);
  // A constant may be used thousands of times, and is decoded once.
  if (!found) pieces.set(node, found = decodePieces(tree, node));
  return found;
}

function decodePieces(tree: SyntaxTree, node: NodeId): LiteralPiece[] {
  const { start, end, raw } = contentOf(tree, node);
  const pieces: LiteralPiece[] = [];
  let from = start;
  for (const child of tree.children(node)) {
    if (!INSERTION_KINDS.has(tree.kind(child))) continue;
    const span = tree.span(child);
    pushText(tree, pieces, { start: from, end: span.start, raw });
    const inner = tree.child(child, "expression") ?? tree.firstChild(child);
    if (inner !== undefined) pieces.push({ kind: "expression", node: inner });
    from = span.end;
  }
  pushText(tree, pieces, { start: from, end, raw });
  return pieces;
}

interface Content {
  readonly start: number;
  readonly end: number;
  readonly raw: boolean;
}

function pushText(tree: SyntaxTree, pieces: LiteralPiece[], content: Content): void {
  if (content.end <= content.start) return;
  const text = tree.text.slice(content.start, content.end);
  const value = content.raw || !text.includes("\\")
    ? verbatim(text, content.start)
    : decodeEscapes(text, { start: content.start, language: tree.language as Language });
  pieces.push({ kind: "text", value });
}

const PYTHON_QUOTE = /^([A-Za-z]{0,3})("""|'''|"|')/;

/** Where the text between the quotes stands, and whether its backslashes are plain characters. */
function contentOf(tree: SyntaxTree, node: NodeId): Content {
  const { start, end } = tree.span(node);
  if (tree.language === "python") {
    const opening = PYTHON_QUOTE.exec(tree.text.slice(start, start + 6));
    const prefix = opening?.[1] ?? "";
    const quote = opening?.[2] ?? "";
    return {
      start: start + prefix.length + quote.length,
      end: Math.max(start + prefix.length + quote.length, end - quote.length),
      raw: /r/i.test(prefix),
    };
  }
  const raw = tree.kind(node) === "raw_string_literal";
  return { start: start + 1, end: Math.max(start + 1, end - 1), raw };
}

const COMMON = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v" } as const;
const WITH_BELL = { ...COMMON, a: "\x07" } as const;

/** Escapes of one letter, by language. */
const SIMPLE: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  python: WITH_BELL,
  go: WITH_BELL,
  javascript: COMMON,
  typescript: COMMON,
  tsx: COMMON,
};

/** After the backslash: code units in hexadecimal, octal digits, a line end, or one character. */
const ESCAPES: Readonly<Record<"python" | "go" | "script", RegExp>> = {
  python:
    /^(?:(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))|([0-7]{1,3})|(\r\n|[\r\n])|([\s\S]))/,
  go: /^(?:(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))|([0-7]{3})|(\r\n)|([\s\S]))/,
  script:
    /^(?:(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|u\{([0-9A-Fa-f]{1,20})\})|([0-3]?[0-7]{1,2})|(\r\n|[\r\n\u2028\u2029])|([\s\S]))/,
};

/** As many units as the longest escape has. */
const MAX_ESCAPE = 24;

function decodeEscapes(
  text: string,
  place: { start: number; language: Language },
): MappedText {
  const { language } = place;
  const pattern = ESCAPES[language === "python" || language === "go" ? language : "script"];
  const decoded = new MappedTextBuilder();
  let plain = 0;
  for (let at = text.indexOf("\\"); at >= 0; at = text.indexOf("\\", plain)) {
    const escape = pattern.exec(text.slice(at + 1, at + MAX_ESCAPE));
    const length = 1 + (escape?.[0].length ?? 0);
    const start = place.start + at;
    decoded.append(text.slice(plain, at), place.start + plain);
    decoded.appendWhole(
      escape ? unescape(escape, language) : "\\",
      { start, end: start + length },
    );
    plain = at + length;
  }
  decoded.append(text.slice(plain), place.start + plain);
  return decoded.build();
}

function unescape(escape: RegExpExecArray, language: Language): string {
  const [, two, four, more, octal, lineEnd, one] = escape;
  const hex = two ?? four ?? more;
  if (hex !== undefined) {
    const point = Number.parseInt(hex, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : "\ufffd";
  }
  if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
  if (lineEnd !== undefined) return "";
  const simple = SIMPLE[language][one!];
  // Python keeps the backslash of an escape it does not know; the others drop it.
  return simple ?? (language === "python" && !/['"\\]/.test(one!) ? `\\${one}` : one!);
}
