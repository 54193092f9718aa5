// Code cells of a Jupyter notebook as one source text that knows where in the file it stands.

import {
  joinMapped,
  type Language,
  type MappedText,
  MappedTextBuilder,
  standingFor,
  verbatim,
} from "../core/mod.ts";
import { type JsonNode, jsonValue, parseJson } from "./json.ts";

export interface NotebookCode {
  readonly language: Language;
  readonly code: MappedText;
}

/** Kernel languages with a grammar; a notebook that names none is taken for Python. */
const LANGUAGES: Readonly<Record<string, Language>> = {
  python: "python",
  javascript: "javascript",
  typescript: "typescript",
  go: "go",
};

/** Neither key where the notebook is of another language; `malformed` where it cannot be read. */
export function notebookCode(
  text: string,
): { readonly found?: NotebookCode; readonly malformed?: string } {
  const { root, malformed } = parseJson(text);
  const cells = jsonValue(root, "cells")?.children;
  if (!cells) return { malformed: malformed ?? "No notebook: it has no cells" };
  const metadata = jsonValue(root, "metadata");
  const named = textAt(text, jsonValue(jsonValue(metadata, "kernelspec"), "language")) ??
    textAt(text, jsonValue(jsonValue(metadata, "language_info"), "name"));
  const language = LANGUAGES[(named?.text ?? "python").toLowerCase()];
  return {
    ...(language && { found: { language, code: codeOf(text, cells) } }),
    ...(malformed !== undefined && { malformed }),
  };
}

function codeOf(text: string, cells: readonly JsonNode[]): MappedText {
  const pieces: MappedText[] = [];
  for (const cell of cells) {
    if (textAt(text, jsonValue(cell, "cell_type"))?.text !== "code") continue;
    const source = jsonValue(cell, "source");
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

/** A JSON string decoded, with the place of each unit. */
function textAt(text: string, node: JsonNode | undefined): MappedText | undefined {
  if (node?.type !== "string") return undefined;
  const start = node.offset + 1;
  const raw = text.slice(start, node.offset + node.length - 1);
  return raw.includes("\\") ? decode(raw, start) : verbatim(raw, start);
}

const SIMPLE: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };

function decode(raw: string, start: number): MappedText {
  const decoded = new MappedTextBuilder();
  let plain = 0;
  for (let at = raw.indexOf("\\"); at >= 0; at = raw.indexOf("\\", plain)) {
    const unicode = raw[at + 1] === "u";
    const end = at + (unicode ? 6 : 2);
    const unit = unicode
      ? String.fromCharCode(Number.parseInt(raw.slice(at + 2, end), 16) || 0xfffd)
      : SIMPLE[raw[at + 1] ?? ""] ?? raw[at + 1] ?? "";
    decoded.append(raw.slice(plain, at), start + plain);
    decoded.append(unit, start + at, end - at);
    plain = end;
  }
  decoded.append(raw.slice(plain), start + plain);
  return decoded.build();
}
