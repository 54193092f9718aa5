// Texts: string literals, templates, and `+` where it joins texts.

import { type MappedText, type Span, toFile } from "../../core/mod.ts";
import { literalPieces, type NodeId } from "../../syntax/mod.ts";
import type { Arg, Expr } from "../ir.ts";
import type { ExpressionTable, Script } from "./_script_context.ts";

function text(script: Script, node: NodeId): Expr {
  const at = script.tree.span(node);
  const pieces = literalPieces(script.tree, node) ?? [];
  if (pieces.every(({ kind }) => kind === "text")) {
    return { e: "const", type: "text", text: literalText(script, node), at };
  }
  const parts: Expr[] = [];
  for (const piece of pieces) {
    if (piece.kind === "text") parts.push(fragment(piece.value));
    else pushParts(parts, script.expression(piece.node));
  }
  return { e: "text", parts, at };
}

function fragment(value: MappedText): Expr {
  const at = toFile(value, { start: 0, end: value.text.length });
  return { e: "const", type: "text", text: value.text, at };
}

/** The constant part of a string literal. */
export function literalText({ tree }: Script, node: NodeId): string {
  const pieces = literalPieces(tree, node) ?? [];
  return pieces.map((piece) => piece.kind === "text" ? piece.value.text : "").join("");
}

/** The arguments of a tag: the text as a whole, then what is put into it, as the tag gets it. */
export function taggedArgs(script: Script, template: NodeId): Arg[] {
  const args: Arg[] = [{ value: text(script, template) }];
  for (const piece of literalPieces(script.tree, template) ?? []) {
    // Made anew, not shared: what walks the tree would see what nests in it twice for each level.
    if (piece.kind === "expression") args.push({ value: script.expression(piece.node) });
  }
  return args;
}

/** The text that an expression is known to be. */
export function constantTextOf(expr: Expr): string | undefined {
  return expr.e === "const" && expr.type === "text" ? expr.text : undefined;
}

function isText(expr: Expr): boolean {
  return expr.e === "text" || constantTextOf(expr) !== undefined;
}

function pushParts(parts: Expr[], expr: Expr): void {
  if (expr.e !== "text") parts.push(expr);
  else for (const part of expr.parts) parts.push(part);
}

/** A chain of `+` from left to right; from the first text on, all of it is text. */
export class Sum {
  #value: Expr;
  #parts: Expr[] | undefined;

  constructor(first: Expr) {
    this.#value = first;
  }

  add(right: Expr, at: Span): void {
    const left = this.#value;
    if (this.#parts === undefined) {
      if (!isText(left) && !isText(right)) {
        this.#value = { e: "binary", op: "+", left, right, at };
        return;
      }
      this.#parts = [];
      pushParts(this.#parts, left);
    }
    pushParts(this.#parts, right);
    this.#value = { e: "text", parts: this.#parts, at };
  }

  get value(): Expr {
    return this.#value;
  }
}

export const TEXTS: ExpressionTable = { string: text, template_string: text };
