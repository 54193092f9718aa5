// An entry put into a file of suppressions. All else in the file stays as it is, comments and the
// way it is written included; what comes out is read again before it counts.

import { isMap, isSeq, parseDocument, stringify, type YAMLSeq } from "yaml";
import { printable } from "../core/mod.ts";
import type { Suggest } from "../rules/mod.ts";
import { readSuppressions, type Suppression, type SuppressionProblem } from "./suppression_file.ts";

export interface NewSuppression {
  readonly id: string;
  readonly reason: string;
  readonly author?: string;
  /** As the file writes it: a day or a moment. */
  readonly expires?: string;
  readonly rule: string;
  readonly fingerprint: string;
  /** What the finding says, for people. */
  readonly note: string;
}

/** Problems are those of the file, or those that it would have with the entry. */
export type Edited =
  | { readonly text: string }
  | { readonly problems: readonly SuppressionProblem[] };

const BEGUN = "# Findings that were looked at and set aside; each entry says why.\n" +
  "version: '1'\nsuppressions:\n";
const MAX_NOTE = 200;

/** `text`: what stands in the file, if there is one. */
export function addSuppression(
  text: string | undefined,
  entry: NewSuppression,
  suggest: Suggest,
): Edited {
  const before = text === undefined || text.trim() === "" ? BEGUN : text;
  const { suppressions, problems } = readSuppressions(before, suggest);
  if (problems.length > 0) return { problems };
  const document = parseDocument(before);
  const list = document.get("suppressions");
  const isBlock = isSeq(list) && list.flow !== true && list.items.length > 0;
  const after = isBlock
    ? insertLines(before, list, entry)
    : isSeq(list) && list.items.length > 0
    ? addNode(before, entry)
    : beginList(before, entry) ?? addNode(before, entry);
  let wrong: readonly SuppressionProblem[] = [
    { line: 1, column: 1, message: "The entry cannot be written into this file" },
  ];
  for (const text of [after, addNode(before, entry)]) {
    const read = readSuppressions(text, suggest);
    if (read.problems.length > 0) wrong = read.problems;
    else if (isEach(read.suppressions, [...suppressions, entry])) return { text };
  }
  return { problems: wrong };
}

/** The next free id of the form that is used here. */
export function nextId(suppressions: readonly Pick<Suppression, "id">[]): string {
  const taken = new Set(suppressions.map(({ id }) => id));
  let number = suppressions.length + 1;
  while (taken.has(`SUP-${number}`)) number++;
  return `SUP-${number}`;
}

function isEach(
  given: readonly Suppression[],
  expected: readonly Pick<Suppression, "id" | "reason">[],
): boolean {
  return given.length === expected.length &&
    given.every(({ id, reason }, i) => id === expected[i]!.id && reason === expected[i]!.reason);
}

function fieldsOf({ id, reason, author, expires, rule, fingerprint }: NewSuppression) {
  return {
    id,
    reason,
    ...(author !== undefined && { author }),
    ...(expires !== undefined && { expires }),
    rule,
    fingerprint,
  };
}

/** As the lines of a list, `indent` deep. */
function linesOf(entry: NewSuppression, indent: string): string[] {
  const lines = stringify(fieldsOf(entry), { lineWidth: 0, version: "1.2" }).trimEnd().split("\n");
  return [
    `${indent}# ${printable(entry.note).slice(0, MAX_NOTE)}`,
    ...lines.map((line, i) => `${indent}${i === 0 ? "- " : "  "}${line}`),
  ];
}

/** Below the last entry, as deep as that. */
function insertLines(text: string, list: YAMLSeq, entry: NewSuppression): string {
  const start = list.range![0];
  const indent = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  const last = list.items.at(-1);
  const end = isMap(last) ? last.range![1] : list.range![1];
  return insertBelow(text, end, linesOf(entry, indent));
}

/** Under a key that stands there without a value. */
function beginList(text: string, entry: NewSuppression): string | undefined {
  const at = /^suppressions:[ \t]{0,80}(?:#[^\r\n]{0,1000})?$/m.exec(text);
  return at ? insertBelow(text, at.index + at[0].length, linesOf(entry, "  ")) : undefined;
}

/** After the line that `end` stands in; a comment behind it stays there. */
function insertBelow(text: string, end: number, lines: readonly string[]): string {
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  // A value's end may be the start of the next line.
  const before = text.slice(0, end).trimEnd().length;
  const next = text.indexOf("\n", before);
  const at = next < 0 ? text.length : next + 1;
  const lead = next < 0 ? newline : "";
  return text.slice(0, at) + lead + lines.join(newline) + newline + text.slice(at);
}

/** Through the document, which writes it anew with its comments. */
function addNode(text: string, entry: NewSuppression): string {
  const document = parseDocument(text);
  const item = document.createNode(fieldsOf(entry));
  item.commentBefore = ` ${printable(entry.note).slice(0, MAX_NOTE)}`;
  const list = document.get("suppressions");
  if (isSeq(list)) {
    list.flow = false;
    list.add(item);
  } else document.set("suppressions", document.createNode([item]));
  return document.toString({ lineWidth: 0 });
}
