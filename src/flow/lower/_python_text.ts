// Text in Python: literals, f-strings, adjacent literals.

import { type Span, toFile } from "../../core/mod.ts";
import { type LiteralPiece, literalPieces, type NodeId } from "../../syntax/mod.ts";
import type { Expr } from "../ir.ts";
import { childrenOf, type ExpressionTable, type Lowering } from "./_python_lowering.ts";

export function textConstant(text: string, at: Span): Expr {
  return { e: "const", type: "text", text, at };
}

export function isText(expr: Expr): boolean {
  return expr.e === "text" || (expr.e === "const" && expr.type === "text");
}

/** The text of an expression made of literals alone. */
export function constantTextOf(expr: Expr): string | undefined {
  if (expr.e === "const") return expr.type === "text" ? expr.text : undefined;
  if (expr.e !== "text") return undefined;
  const texts: string[] = [];
  for (const part of expr.parts) {
    if (part.e !== "const" || part.type !== "text") return undefined;
    texts.push(part.text);
  }
  return texts.join("");
}

/** One text of several; texts among the parts give theirs. */
export function joinedText(parts: readonly Expr[], at: Span): Expr {
  return { e: "text", parts: parts.flatMap((part) => part.e === "text" ? part.parts : [part]), at };
}

function literal(low: Lowering, node: NodeId): Expr {
  const { tree } = low;
  const at = tree.span(node);
  const pieces = literalPieces(tree, node) ?? [];
  const braces = /^[rR]?[fFtT]/.test(tree.text.slice(at.start, at.start + 2));
  const [first] = pieces;
  if (!first || (pieces.length === 1 && first.kind === "text")) {
    const text = first?.kind === "text" ? first.value.text : "";
    return textConstant(braces ? withoutDoubles(text) : text, at);
  }
  const parts = pieces.flatMap((piece) => partsOfPiece(low, piece));
  return joinedText(parts, at);
}

function partsOfPiece(low: Lowering, piece: LiteralPiece): readonly Expr[] {
  if (piece.kind === "expression") return inserted(low, piece.node);
  const { value } = piece;
  const at = toFile(value, { start: 0, end: value.text.length });
  return [textConstant(withoutDoubles(value.text), at)];
}

/** In an f-string, braces that are meant as such stand twice. */
function withoutDoubles(text: string): string {
  return /[{}]/.test(text) ? text.replaceAll("{{", "{").replaceAll("}}", "}") : text;
}

/** `{value!r:>{width}}`: the value, then what the format takes from elsewhere; `{value=}` its own text. */
function inserted(low: Lowering, node: NodeId): readonly Expr[] {
  const { tree } = low;
  const interpolation = tree.parent(node)!;
  const parts = [converted(low, { node, interpolation })];
  const format = tree.child(interpolation, "format_specifier");
  if (format !== undefined) {
    for (const child of childrenOf(low, format)) parts.push(low.expression(child));
  }
  const label = ownText(low, { node, interpolation });
  return label ? [label, ...parts] : parts;
}

/** `{value!r}` is `repr(value)`. */
function converted(
  low: Lowering,
  { node, interpolation }: { node: NodeId; interpolation: NodeId },
): Expr {
  const value = low.expression(node);
  const conversion = low.tree.child(interpolation, "type_conversion");
  if (conversion === undefined || !/^!\s*[ra]$/.test(low.tree.textOf(conversion))) return value;
  const at = low.tree.span(node);
  const callee: Expr = { e: "name", name: "repr", at };
  return { e: "call", callee, args: [{ value }], isNew: false, at };
}

function ownText(
  { tree }: Lowering,
  { node, interpolation }: { node: NodeId; interpolation: NodeId },
): Expr | undefined {
  const outer = tree.span(interpolation);
  const { end } = tree.span(node);
  const sign = /^\s*=\s*/.exec(tree.text.slice(end, Math.min(outer.end, end + 20)));
  if (!sign) return undefined;
  const at = { start: outer.start + 1, end: end + sign[0].length };
  return textConstant(tree.text.slice(at.start, at.end), at);
}

function adjacent(low: Lowering, node: NodeId): Expr {
  const parts = childrenOf(low, node).map((child) => low.expression(child));
  return joinedText(parts, low.tree.span(node));
}

export const TEXTS: ExpressionTable = { string: literal, concatenated_string: adjacent };
