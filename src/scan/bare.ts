// Code with nothing that could speak to whoever reads it: no comments, strings as mere shapes, names
// that say much replaced. What is left tells what the code does, and can ask for nothing.

import { mergeSpans, type Span } from "../core/mod.ts";
import type { NodeId, SyntaxTree } from "../syntax/mod.ts";
import { lineEndsOf } from "./masked_lines.ts";

const COMMENT = /comment/;
/** Also what no grammar understands. */
const TEXT =
  /string|template|char_literal|rune_literal|regex|jsx_text|heredoc|nowdoc|text_interp|^ERROR$/;
/** Code inside of a text. */
const INNER = /interpolation|substitution|interpolated_expression/;
const NAME = /identifier$|^(?:name|constant|variable_name|label_name|statement_identifier)$/;
/** Runs of whatever a text may be made of, but ASCII signs and white space. */
const WORD = /[^\s!-/:-@[-`{-~]+/gu;
const MAX_NAME = 24;
const MAX_NAME_WORDS = 3;
/** Words between two nodes: keywords, and in code that no grammar understands anything. */
const MAX_KEYWORDS = 5;
const MAX_KEYWORD = 12;
/** What names for a reviewer are made of. */
const TELLING =
  /ignor|review|audit|scanner|verdict|vulnerab|false.?pos|benign|harmless|approv|prompt|instruct|assistant|answer|respond|report/i;

interface Edit extends Span {
  readonly text: string;
}

/** `tree.text` in this form, with as many lines; `secrets` are taken away wherever they stand. */
export function bareText(tree: SyntaxTree, secrets: readonly Span[]): string {
  const edits = editsOf(tree);
  const covered = mergeSpans([...edits, ...secrets]);
  const known = new Map(edits.map((edit) => [`${edit.start}:${edit.end}`, edit.text]));
  let out = "";
  let from = 0;
  for (const { start, end } of covered) {
    out += tree.text.slice(from, start) +
      (known.get(`${start}:${end}`) ?? shapeOf(tree.text.slice(start, end)));
    from = end;
  }
  return out + tree.text.slice(from);
}

/** What a text looks like: where words stand, and the signs between them. */
export function shapeOf(text: string): string {
  return text.replace(WORD, "w");
}

function editsOf(tree: SyntaxTree): Edit[] {
  const { text } = tree;
  const edits: Edit[] = [];
  const names = new Map<string, string>();
  const rename = (name: string): string => {
    let known = names.get(name);
    if (known === undefined) names.set(name, known = `name${names.size + 1}`);
    return known;
  };
  let at = 0;
  /** What lies between two nodes: signs and keywords, where the grammar understands the code. */
  const gap = (end: number): void => {
    if (end <= at) return;
    const between = text.slice(at, end);
    const words = between.match(WORD) ?? [];
    const isCode = words.length <= MAX_KEYWORDS &&
      words.every((word) => word.length <= MAX_KEYWORD && /^[a-z]+$/.test(word));
    if (!isCode) edits.push({ start: at, end, text: shapeOf(between) });
    at = end;
  };
  /** Ends of texts that the walk is in, and of code inside of these. */
  const within: { readonly end: number; readonly isText: boolean }[] = [];
  for (let node = 0; node < tree.size;) {
    const { start, end } = tree.span(node);
    while (within.length > 0 && start >= within.at(-1)!.end) {
      const { end: last, isText } = within.pop()!;
      if (isText) shape(last);
      else gap(last);
    }
    const kind = tree.kind(node);
    const isText = within.at(-1)?.isText ?? false;
    if (COMMENT.test(kind)) {
      gap(start);
      edits.push({ start, end, text: lineEndsOf(text.slice(start, end)) });
      at = Math.max(at, end);
      node = tree.next(node);
      continue;
    }
    if (INNER.test(kind)) {
      if (isText) shape(start);
      else gap(start);
      within.push({ end, isText: false });
    } else if (!isText && TEXT.test(kind)) {
      gap(start);
      at = Math.max(at, start + prefixOf(text, start));
      within.push({ end, isText: true });
    } else if (!isText && tree.next(node) === node + 1) {
      gap(start);
      const own = text.slice(start, end);
      if (NAME.test(kind)) {
        if (isTelling(own)) edits.push({ start, end, text: rename(own) });
      } else if (!isPlain(own)) edits.push({ start, end, text: shapeOf(own) });
      at = Math.max(at, end);
    }
    node++;
  }
  while (within.length > 0) {
    const { end, isText } = within.pop()!;
    if (isText) shape(end);
    else gap(end);
  }
  gap(text.length);
  return edits;

  function shape(end: number): void {
    if (end <= at) return;
    edits.push({ start: at, end, text: shapeOf(text.slice(at, end)) });
    at = end;
  }
}

/** Letters before a quote that say what kind of text it is. */
function prefixOf(text: string, start: number): number {
  let length = 0;
  while (length < 2 && /[bBfFrRuU]/.test(text[start + length] ?? "")) length++;
  return /["']/.test(text[start + length] ?? "") ? length : 0;
}

/** Whether a place is all text, with no code inside. */
export function isAllText(tree: SyntaxTree, node: NodeId): boolean {
  let up: NodeId | undefined = node;
  while (up !== undefined && !TEXT.test(tree.kind(up)) && !COMMENT.test(tree.kind(up))) {
    if (INNER.test(tree.kind(up))) return false;
    up = tree.parent(up);
  }
  if (up === undefined) return false;
  for (let each = up + 1; each < tree.next(up); each++) {
    if (INNER.test(tree.kind(each))) return false;
  }
  return true;
}

/** Leaves that are no names: numbers, keywords, signs. */
function isPlain(text: string): boolean {
  return text.length <= MAX_KEYWORD && !/\s/.test(text) && /^[ -~]*$/.test(text);
}

function isTelling(name: string): boolean {
  if (name.length > MAX_NAME || !/^[ -~]*$/.test(name) || TELLING.test(name)) return true;
  const words = name.split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])/).filter(Boolean);
  return words.length > MAX_NAME_WORDS;
}
