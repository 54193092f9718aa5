// New names for local variables and for functions that only their own file knows.

import type { SyntaxTree } from "../../../src/syntax/mod.ts";
import { type Edit, edited, freshName, ofEachFile } from "./edit.ts";
import { isBound, type Names, namesOf } from "./names.ts";

/** Names that an SDK's documentation gives to what it hands over, and the languages' own. */
const GIVEN =
  /^(?:ctx|context|_?extra|req|request|res|response|next|self|cls|main|init|_|exports|module)$/;

export const renameAll = ofEachFile(renamed);

function renamed(tree: SyntaxTree, others: string): string | undefined {
  const names = namesOf(tree);
  const candidates = new Set(
    names.bound.map(({ text }) => text).filter((name) => !GIVEN.test(name)),
  );
  const edits: Edit[] = [];
  let count = 0;
  for (const name of candidates) {
    if (!mayRename(tree, names, { name, others })) continue;
    const fresh = freshName(tree.text + others, "other", ++count);
    count = Number(fresh.slice("other".length));
    for (const { node, text } of names.spoken) {
      if (text !== name) continue;
      // `{ a }` is short for `{ a: a }`, of which the first is a property's name.
      const short = tree.kind(node).startsWith("shorthand_property");
      edits.push({ ...tree.span(node), text: short ? `${name}: ${fresh}` : fresh });
    }
  }
  return edits.length === 0 ? undefined : edited(tree.text, edits);
}

function mayRename(
  tree: SyntaxTree,
  names: Names,
  { name, others }: { name: string; others: string },
): boolean {
  if (names.fixed.has(name)) return false;
  const python = tree.language === "python";
  const bindings = names.bound.filter(({ text }) => text === name);
  if (bindings.some(({ as }) => as === "import" || as === "class" || as === "member")) return false;
  // Callers of Python may give parameters by name, and frameworks call functions by theirs.
  if (python && bindings.some(({ as }) => as === "parameter")) return false;
  if (python && bindings.some(({ node }) => isDecorated(tree, node))) return false;
  if (bindings.some(({ scope }) => scope === undefined) && isWord(name, others)) return false;
  return names.spoken.every((each) => each.text !== name || isBound(tree, names, each));
}

function isDecorated(tree: SyntaxTree, node: number): boolean {
  const parent = tree.parent(node)!;
  const above = tree.parent(parent);
  return above !== undefined && tree.kind(above) === "decorated_definition";
}

function isWord(name: string, text: string): boolean {
  return text.split(/[^\w$]+/).includes(name);
}
