// Rules sorted by what they need, once for a scan, so that a file is only searched, parsed or
// looked through for what could match it.

import {
  type ClientMatcher,
  type DocumentMatcher,
  type FlowSource,
  type Grammar,
  isLanguage,
  type Language,
  LANGUAGES,
  type ManifestMatcher,
  type Rule,
  type RuleInfo,
  type ServerMatcher,
  type SinkKind,
  type SyntaxVisit,
  type TextMatcher,
  type ToolMatcher,
} from "../core/mod.ts";
import { SURFACE_KEYWORDS } from "../mcp/mod.ts";
import type { SyntaxTree } from "../syntax/mod.ts";

/** A rule's matcher beside the rule. */
export interface Bound<M> {
  readonly rule: RuleInfo;
  readonly matcher: M;
}

export interface LanguageRules {
  readonly visits: readonly Bound<SyntaxVisit<SyntaxTree>>[];
  /** A text without any of these cannot match, and need not be parsed. */
  readonly keywords: readonly string[];
}

/** A rule over data flow, and where what it reports has to come from. */
export interface FlowRule {
  readonly rule: RuleInfo;
  readonly sources: readonly FlowSource[] | undefined;
  readonly sinkWords: string | undefined;
}

export interface RuleSet {
  /** The rules as plain data, in the order given. */
  readonly rules: readonly RuleInfo[];
  readonly text: readonly Bound<TextMatcher>[];
  readonly syntax: Readonly<Record<Grammar, LanguageRules>>;
  readonly tool: readonly Bound<ToolMatcher>[];
  readonly server: readonly Bound<ServerMatcher>[];
  readonly manifest: readonly Bound<Pick<ManifestMatcher, "where">>[];
  readonly document: readonly Bound<DocumentMatcher>[];
  readonly client: readonly Bound<ClientMatcher>[];
  /** The rules that report what data flow finds at a kind of sink. */
  readonly sinks: ReadonlyMap<SinkKind, readonly FlowRule[]>;
  /** Rules whose findings data flow can prove; their own matches are a pattern's word. */
  readonly provable: ReadonlySet<RuleInfo>;
}

/** Sorts rules for a scan. */
export function ruleSet(rules: readonly Rule<SyntaxTree>[]): RuleSet {
  const text: Bound<TextMatcher>[] = [];
  const tool: Bound<ToolMatcher>[] = [];
  const server: Bound<ServerMatcher>[] = [];
  const manifest: Bound<Pick<ManifestMatcher, "where">>[] = [];
  const document: Bound<DocumentMatcher>[] = [];
  const client: Bound<ClientMatcher>[] = [];
  const visits = new Map<Language, Bound<SyntaxVisit<SyntaxTree>>[]>(
    LANGUAGES.map((language) => [language, []]),
  );
  const infos = rules.map(infoOf);
  const sinks = new Map<SinkKind, FlowRule[]>();
  const provable = new Set<RuleInfo>();
  rules.forEach(({ matcher, sinks: kinds, sources, sinkWords }, i) => {
    const rule = infos[i]!;
    if (kinds) provable.add(rule);
    for (const kind of kinds ?? []) {
      const flowRule = { rule, sources, sinkWords };
      const known = sinks.get(kind);
      // One that asks for more is asked first.
      if (!known) sinks.set(kind, [flowRule]);
      else if (sources || sinkWords) known.unshift(flowRule);
      else known.push(flowRule);
    }
    switch (matcher.kind) {
      case "text":
        text.push({ rule, matcher });
        break;
      case "tool":
        tool.push({ rule, matcher });
        break;
      case "server":
        server.push({ rule, matcher });
        break;
      case "manifest":
        manifest.push({ rule, matcher });
        break;
      case "document":
        document.push({ rule, matcher });
        if (matcher.server) manifest.push({ rule, matcher: { where: matcher.server } });
        break;
      case "client":
        client.push({ rule, matcher });
        break;
      case "flow":
        break;
      case "syntax":
        for (const [language, bounds] of visits) {
          const visit = matcher.languages[language];
          if (visit) bounds.push({ rule, matcher: visit });
        }
        break;
    }
  });
  const languageRules = (language: Grammar): LanguageRules => {
    const bounds = isLanguage(language) ? visits.get(language)! : [];
    const keywords = new Set(bounds.flatMap(({ matcher }) => matcher.keywords));
    if (tool.length > 0 || server.length > 0) {
      for (const keyword of SURFACE_KEYWORDS[language]) {
        keywords.add(keyword);
      }
    }
    return { visits: bounds, keywords: [...keywords] };
  };
  const syntax = {
    python: languageRules("python"),
    javascript: languageRules("javascript"),
    typescript: languageRules("typescript"),
    tsx: languageRules("tsx"),
    go: languageRules("go"),
    rust: languageRules("rust"),
    java: languageRules("java"),
    csharp: languageRules("csharp"),
    php: languageRules("php"),
    ruby: languageRules("ruby"),
  };
  return { rules: infos, text, syntax, tool, server, manifest, document, client, sinks, provable };
}

function infoOf(
  { matcher: _, bad: __, good: ___, sinks: ____, sources: _____, sinkWords: ______, ...info }: Rule<
    SyntaxTree
  >,
): RuleInfo {
  return info;
}
