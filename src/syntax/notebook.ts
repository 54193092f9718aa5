// Code cells of a Jupyter notebook as one source text that knows where in the file it stands.

import { joinMapped, type MappedText, standingFor, verbatim } from "../core/mod.ts";
import { type Node, parseTree } from "jsonc-parser";
import { nestingDepth } from "./nesting.ts";

/** A notebook nests some six levels; the JSON parser recurses, so more than this is refused. */
const MAX_NESTING = 200;

/** `undefined` where the text is no notebook with Python code. */
export function notebookCode(text: string): MappedText | undefined {
  if (nestingDepth(text) > MAX_NESTING) return undefined;
  const root = parseTree(text);
  const kernel = textAt(
    text,
    valueOf(valueOf(valueOf(root, "metadata"), "kernelspec"), "language"),
  );
  if (kernel !== undefined && kernel.text !== "python") return undefined;
  const cells = valueOf(root, "cells")?.children;
  if (!cells) return undefined;
  const pieces: MappedText[] = [];
  for (const cell of cells) {
    if (textAt(text, valueOf(cell, "cell_type"))?.text !== "code") continue;
    const source = valueOf(cell, "source");
    const lines = source?.type === "array" ? source.children ?? [] : source ? [source] : [];
    for (const line of lines) {
      const piece = textAt(text, line);
      if (piece) pieces.push(piece);
    }
    const end = cell.offset + cell.length;
    pieces.push(standingFor("\n", { start: end - 1, end }));
  }
  const code = joinMapped(pieces);
  return { ...code, text: commentMagics(code.text) };
}

/** `%magic` and `!command` lines are no Python; as comments they keep every place as it is. */
function commentMagics(code: string): string {
  return code.replace(/^[%!]/gm, "#");
}

function valueOf(object: Node | undefined, key: string): Node | undefined {
  if (object?.type !== "object") return undefined;
  return object.children?.find((property) => property.children?.[0]?.value === key)?.children?.[1];
}

/** A JSON string decoded, with the place of each unit. */
function textAt(text: string, node: Node | undefined): MappedText | undefined {
  if (node?.type !== "string") return undefined;
  const start = node.offset + 1;
  const raw = text.slice(start, node.offset + node.length - 1);
  return raw.includes("\\") ? decode(raw, start) : verbatim(raw, start);
}

const SIMPLE: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };

function decode(raw: string, start: number): MappedText {
  const pieces: MappedText[] = [];
  let plain = 0;
  for (let at = raw.indexOf("\\"); at >= 0; at = raw.indexOf("\\", plain)) {
    const unicode = raw[at + 1] === "u";
    const end = at + (unicode ? 6 : 2);
    const decoded = unicode
      ? String.fromCharCode(Number.parseInt(raw.slice(at + 2, end), 16) || 0xfffd)
      : SIMPLE[raw[at + 1] ?? ""] ?? raw[at + 1] ?? "";
    pieces.push(
      verbatim(raw.slice(plain, at), start + plain),
      standingFor(decoded, { start: start + at, end: start + end }),
    );
    plain = end;
  }
  pieces.push(verbatim(raw.slice(plain), start + plain));
  return joinMapped(pieces);
}
