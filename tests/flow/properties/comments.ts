// Comments and blank lines before every statement.

import type { SyntaxTree } from "../../../src/syntax/mod.ts";
import { type Edit, edited, lineStart, ofEachFile } from "./edit.ts";

const BLOCKS = new Set([
  "module",
  "block",
  "program",
  "statement_block",
  "source_file",
  "statement_list",
]);

export const commentAll = ofEachFile(commented);

function commented(tree: SyntaxTree): string | undefined {
  const edits: Edit[] = [];
  for (const block of tree.nodesOf(BLOCKS)) {
    for (const statement of tree.children(block)) {
      if (tree.kind(statement) === "statement_list" || tree.parent(statement) !== block) continue;
      const { start } = tree.span(statement);
      const text = note(tree, start);
      if (text !== undefined) edits.push({ start, end: start, text });
    }
  }
  return edits.length === 0 ? undefined : edited(tree.text, edits);
}

/** On a line of its own where the statement has one, else within the line. */
function note({ text, language }: SyntaxTree, at: number): string | undefined {
  const start = lineStart(text, at);
  if (start === undefined) return language === "python" ? undefined : "/* exec(name) */ ";
  const mark = language === "python" ? "#" : "//";
  return `${mark} exec(name)\n\n${text.slice(start, at)}`;
}
