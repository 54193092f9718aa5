// `fmt.Sprintf` with a format that is known: the text that it makes, in pieces.

import type { Span } from "../../core/mod.ts";
import { constantText, isStringLiteral, type NodeId } from "../../syntax/mod.ts";
import type { Expr } from "../ir.ts";
import { type Go, isSpread, spend } from "./_go_context.ts";

/** Units of a format that stands elsewhere, and may be taken apart once for each call. */
const MAX_NAMED = 1024;

/** `undefined` where the format is not constant: the call stays one. */
export function lowerFormat(go: Go, call: NodeId): Expr | undefined {
  const { tree } = go;
  const list = tree.child(call, "arguments");
  const [format, ...args] = list === undefined ? [] : tree.children(list);
  if (format === undefined || isSpread(tree, format)) return undefined;
  const text = constantText(tree, format)?.text;
  if (text === undefined) return undefined;
  if (text.length > MAX_NAMED && !isStringLiteral(tree, format)) return undefined;
  const pieces = new Pieces(go, { at: tree.span(format), args });
  pieces.addFormat(text);
  return { e: "text", parts: pieces.parts, at: tree.span(call) };
}

/**
 * What stands before a verb: flags, width, precision and the verb, of which all but the flags may
 * name an argument by its number: `%[2]*.[1]s`.
 */
const VERB =
  /%[+\-# 0]*(?:\[(\d{1,5})\])?(\*|[1-9]\d*)?(?:\.(?:\[(\d{1,5})\])?(\*|\d*))?(?:\[(\d{1,5})\])?([\s\S]?)/gu;

class Pieces {
  readonly parts: Expr[] = [];
  readonly #go: Go;
  readonly #at: Span;
  readonly #args: readonly NodeId[];
  #next = 0;
  /** Arguments that are put in by number may be left over. */
  #isNumbered = false;
  #text = "";

  constructor(go: Go, { at, args }: { at: Span; args: readonly NodeId[] }) {
    this.#go = go;
    this.#at = at;
    this.#args = args;
  }

  addFormat(format: string): void {
    let from = 0;
    for (const match of format.matchAll(VERB)) {
      if (!spend(this.#go)) return;
      this.#text += format.slice(from, match.index);
      from = match.index + match[0].length;
      this.#addVerb(match);
    }
    this.#text += format.slice(from);
    this.#endText();
    // Go itself puts what is left over at the end.
    while (!this.#isNumbered && this.#next < this.#args.length) this.#addArgument("v");
  }

  #addVerb(
    [written, widthAt, width, precisionAt, precision, verbAt, verb]: RegExpMatchArray,
  ): void {
    this.#moveTo(widthAt);
    if (width === "*") this.#next++;
    this.#moveTo(precisionAt);
    if (precision === "*") this.#next++;
    this.#moveTo(verbAt);
    if (verb === "%") this.#text += "%";
    else if (verb === "" || !this.#has(this.#next)) this.#text += written;
    else this.#addArgument(verb ?? "");
  }

  #moveTo(number: string | undefined): void {
    if (number === undefined) return;
    this.#next = Number(number) - 1;
    this.#isNumbered = true;
  }

  #has(index: number): boolean {
    const last = this.#args.at(-1);
    return index >= 0 &&
      (index < this.#args.length || last !== undefined && isSpread(this.#go.tree, last));
  }

  #endText(): void {
    if (this.#text === "") return;
    this.parts.push({ e: "const", type: "text", text: this.#text, at: this.#at });
    this.#text = "";
  }

  #addAll(parts: readonly Expr[]): void {
    for (const part of parts) this.parts.push(part);
  }

  #addArgument(verb: string): void {
    const index = this.#next++;
    this.#endText();
    const value = this.#argument(index);
    // What is put together in between is a text of the same parts.
    if (value.e === "text" && (verb === "s" || verb === "v")) this.#addAll(value.parts);
    else this.parts.push(verb === "q" ? quoted(value) : value);
  }

  /** Lowered anew each time, since one argument may be put in many times. */
  #argument(index: number): Expr {
    const { tree } = this.#go;
    const last = this.#args.length - 1;
    const node = this.#args[Math.min(index, last)]!;
    if (!isSpread(tree, node)) return this.#go.expression(node);
    const at = tree.span(node);
    return {
      e: "index",
      object: this.#go.expression(tree.firstChild(node) ?? node),
      index: { e: "const", type: "number", text: String(index - last), at },
      at,
    };
  }
}

function quoted(value: Expr): Expr {
  const { at } = value;
  const callee: Expr = {
    e: "member",
    object: { e: "name", name: "strconv", at },
    name: "Quote",
    at,
  };
  return { e: "call", callee, args: [{ value }], isNew: false, at };
}
