// Code cells of a Jupyter notebook as one source text that knows where in the file it stands.

import { type Language, type MappedText, MappedTextBuilder } from "../core/mod.ts";
import { type JsonNode, jsonValue, parseJson } from "./json.ts";
import { MAX_PARSED_LENGTH } from "./parse.ts";

export interface NotebookCode {
  readonly language: Language;
  readonly code: MappedText;
}

/** Languages of kernels, as notebooks name them, with a grammar. */
const LANGUAGES: Readonly<Record<string, Language>> = {
  python: "python",
  python3: "python",
  python2: "python",
  ipython: "python",
  ipython3: "python",
  javascript: "javascript",
  typescript: "typescript",
  deno: "typescript",
  go: "go",
  gonb: "go",
};

const PYTHON = /^i?python/i;

/** Neither key where the notebook is of another language; `malformed` where it cannot be read. */
export function notebookCode(
  text: string,
): { readonly found?: NotebookCode; readonly malformed?: string } {
  const { root, malformed } = parseJson(text);
  const cells = jsonValue(root, "cells")?.children;
  if (!cells) return { malformed: malformed ?? "No notebook: it has no cells" };
  const language = languageOf(namesOf(text, jsonValue(root, "metadata")));
  return {
    ...(language && { found: { language, code: codeOf(text, cells) } }),
    ...(malformed !== undefined && { malformed }),
  };
}

/** What the metadata says of the language, the most telling first. */
function namesOf(text: string, metadata: JsonNode | undefined): string[] {
  const kernel = jsonValue(metadata, "kernelspec");
  const info = jsonValue(metadata, "language_info");
  return [
    jsonValue(kernel, "language"),
    jsonValue(info, "name"),
    jsonValue(kernel, "name"),
    jsonValue(info, "pygments_lexer"),
  ].flatMap((node) => textAt(text, node)?.text.toLowerCase() ?? []);
}

/**
 * Python where any of the names is: a kernel runs what its name says, whatever else is written
 * there. A notebook that names nothing is taken for Python too.
 */
function languageOf(names: readonly string[]): Language | undefined {
  if (names.length === 0 || names.some((name) => PYTHON.test(name))) return "python";
  const known = names.find((name) => Object.hasOwn(LANGUAGES, name));
  return known === undefined ? undefined : LANGUAGES[known];
}

function codeOf(text: string, cells: readonly JsonNode[]): MappedText {
  const code = new MappedTextBuilder();
  for (const cell of cells) {
    if (textAt(text, jsonValue(cell, "cell_type"))?.text !== "code") continue;
    const source = jsonValue(cell, "source");
    const lines = source?.type === "array" ? source.children ?? [] : source ? [source] : [];
    for (const line of lines) {
      if (line.type === "string") decode(text, line, code);
      // A parse looks at no more, and says what it left out.
      if (code.length > MAX_PARSED_LENGTH) return finished(code);
    }
    const end = cell.offset + cell.length;
    code.append("\n", end - 1);
  }
  return finished(code);
}

function finished(code: MappedTextBuilder): MappedText {
  const { text, runs } = code.build();
  return { text: commentMagics(text), runs };
}

/** `%magic` and `!command` lines are no Python; as comments they keep every place as it is. */
function commentMagics(code: string): string {
  return code.replace(/^[%!]/gm, "#");
}

function textAt(text: string, node: JsonNode | undefined): MappedText | undefined {
  if (node?.type !== "string") return undefined;
  const decoded = new MappedTextBuilder();
  decode(text, node, decoded);
  return decoded.build();
}

const SIMPLE: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };

/** Adds a JSON string, with the place of each unit; of one too long to parse the beginning. */
function decode(text: string, node: JsonNode, decoded: MappedTextBuilder): void {
  const start = node.offset + 1;
  const raw = text.slice(start, node.offset + node.length - 1);
  let plain = 0;
  for (let at = raw.indexOf("\\"); at >= 0; at = raw.indexOf("\\", plain)) {
    if (decoded.length > MAX_PARSED_LENGTH) return;
    const letter = raw[at + 1] ?? "";
    const length = letter === "u" ? 6 : 2;
    const unit = letter === "u"
      ? String.fromCharCode(Number.parseInt(raw.slice(at + 2, at + length), 16) || 0xfffd)
      : SIMPLE[letter] ?? letter;
    decoded.append(raw.slice(plain, at), start + plain);
    decoded.append(unit, start + at, length);
    plain = at + length;
  }
  decoded.append(raw.slice(plain), start + plain);
}
