// The part of a matcher that rules over calls share: which nodes, in which languages.

import { type Language, LANGUAGES, type Match, type SyntaxMatcher } from "../../core/mod.ts";
import type { NodeId, SyntaxTree } from "../../syntax/mod.ts";
import { CALL_NODES } from "./calls.ts";

/** Visits every call of the languages that `keywords` names. */
export function visitCalls(
  keywords: Readonly<Partial<Record<Language, readonly string[]>>>,
  where: (tree: SyntaxTree, node: NodeId) => Match | undefined,
): SyntaxMatcher<SyntaxTree> {
  const languages = LANGUAGES.flatMap((language) => {
    const words = keywords[language];
    return words ? [[language, { keywords: words, nodes: CALL_NODES[language], where }]] : [];
  });
  return { kind: "syntax", languages: Object.fromEntries(languages) };
}

/** The same keywords for every dialect of JavaScript. */
export function scripts(
  keywords: readonly string[],
): Record<"javascript" | "typescript" | "tsx", readonly string[]> {
  return { javascript: keywords, typescript: keywords, tsx: keywords };
}
