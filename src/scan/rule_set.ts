// Rules sorted by what they need, once for a scan, so that a file is only searched, parsed or
// looked through for what could match it.

import {
  type Language,
  LANGUAGES,
  type ManifestMatcher,
  type Rule,
  type SyntaxVisit,
  type TextMatcher,
  type ToolMatcher,
} from "../core/mod.ts";
import type { SyntaxTree } from "../syntax/mod.ts";

export interface Bound<M> {
  readonly rule: Rule<SyntaxTree>;
  readonly matcher: M;
}

export interface RuleSet {
  readonly text: readonly Bound<TextMatcher>[];
  readonly syntax: Readonly<Record<Language, readonly Bound<SyntaxVisit<SyntaxTree>>[]>>;
  readonly tool: readonly Bound<ToolMatcher>[];
  readonly manifest: readonly Bound<ManifestMatcher>[];
}

export function ruleSet(rules: readonly Rule<SyntaxTree>[]): RuleSet {
  const text: Bound<TextMatcher>[] = [];
  const tool: Bound<ToolMatcher>[] = [];
  const manifest: Bound<ManifestMatcher>[] = [];
  const syntax = Object.fromEntries(
    LANGUAGES.map((language) => [language, [] as Bound<SyntaxVisit<SyntaxTree>>[]]),
  ) as Record<Language, Bound<SyntaxVisit<SyntaxTree>>[]>;
  for (const rule of rules) {
    const { matcher } = rule;
    switch (matcher.kind) {
      case "text":
        text.push({ rule, matcher });
        break;
      case "tool":
        tool.push({ rule, matcher });
        break;
      case "manifest":
        manifest.push({ rule, matcher });
        break;
      case "syntax":
        for (const language of LANGUAGES) {
          const visit = matcher.languages[language];
          if (visit) syntax[language].push({ rule, matcher: visit });
        }
        break;
    }
  }
  return { text, syntax, tool, manifest };
}
