// Shorthand for tests of what is read out of syntax trees.

import type { Language } from "../../src/core/mod.ts";
import { type NodeId, parse, type SyntaxTree } from "../../src/syntax/mod.ts";

/** The tree of `text`, and its first node of `kind` whose source holds `source`. */
export async function parsed(language: Language, text: string): Promise<SyntaxTree> {
  return await parse({ language, text });
}

export function nodeOf(tree: SyntaxTree, kind: string, source = ""): NodeId {
  for (const node of tree.nodesOf(new Set([kind]))) {
    if (tree.textOf(node).includes(source)) return node;
  }
  throw new Error(`No ${kind} with ${JSON.stringify(source)}`);
}
