// One file against all rules. A rule that throws costs its own matches and a diagnostic, never
// the scan; every bound that cuts is a diagnostic too.

import type {
  Diagnostic,
  Match,
  RuleInfo,
  SourceFile,
  Span,
  SyntaxVisit,
  TextMatcher,
} from "../core/mod.ts";
import { clientServers, SURFACE_KEYWORDS, toolSurface } from "../mcp/mod.ts";
import { parse, type SyntaxTree } from "../syntax/mod.ts";
import { type CodeDocument, codeOf } from "./documents.ts";
import type { Bound, RuleSet } from "./rule_set.ts";

/** Matches of one rule in one file; beyond it a reader learns nothing new. */
export const MAX_MATCHES = 500;

/** A match with its spans in the file's own text. */
export interface RuleMatch extends Match {
  readonly rule: RuleInfo;
}

export interface FileMatches {
  readonly matches: readonly RuleMatch[];
  /** Of every match, also of those that the bound on matches drops. */
  readonly secrets: readonly Span[];
  readonly diagnostics: readonly Diagnostic[];
  readonly parseErrors: boolean;
}

const CLIENT_CONFIG_KINDS = new Set(["json"]);

export async function matchFile(file: SourceFile, rules: RuleSet): Promise<FileMatches> {
  const run = new Collector(file.path);
  for (const bound of rules.text) run.guard(bound.rule, () => matchText(file, bound));
  if (CLIENT_CONFIG_KINDS.has(file.kind) && rules.manifest.length > 0) {
    const { servers, malformed, cut } = clientServers(file.text);
    if (malformed !== undefined) run.diagnose("malformed", malformed);
    if (cut) {
      run.diagnose("cut-by-bound", `Too many servers; only the first ${servers.length} were read`);
    }
    for (const { rule, matcher } of rules.manifest) {
      run.guard(rule, () => servers.flatMap((server) => matcher.where(server)));
    }
  }
  const { code, malformed } = codeOf(file);
  if (malformed !== undefined) run.diagnose("malformed", malformed);
  const tree = code && await parseIfNeeded(code, rules);
  if (code && tree) {
    if (tree.cutAt !== undefined) {
      const shown = Math.floor(tree.cutAt / 1024);
      run.diagnose("cut-by-bound", `Too much syntax; only the first ${shown} KiB were parsed`);
    }
    const syntax = rules.syntax[code.language];
    for (const { rule, matches } of visit(tree, syntax)) {
      run.guard(rule, () => [...matches()].map((match) => placed(match, code)));
    }
    matchSurface({ tree, code, rules }, run);
  }
  return { ...run.result(), parseErrors: (tree?.errors ?? 0) > 0 };
}

class Collector {
  readonly #path: string;
  readonly #matches: RuleMatch[] = [];
  readonly #secrets: Span[] = [];
  readonly #diagnostics: Diagnostic[] = [];

  constructor(path: string) {
    this.#path = path;
  }

  diagnose(kind: Diagnostic["kind"], message: string): void {
    this.#diagnostics.push({ kind, file: this.#path, message });
  }

  guard(rule: RuleInfo, find: () => readonly Match[]): void {
    let found: readonly Match[];
    try {
      found = find();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.diagnose("rule-failed", `Rule "${rule.id}" failed: ${reason}`);
      return;
    }
    if (found.length > MAX_MATCHES) {
      this.diagnose(
        "cut-by-bound",
        `Rule "${rule.id}" has ${found.length} matches; the first ${MAX_MATCHES} are kept`,
      );
    }
    for (const match of found.slice(0, MAX_MATCHES)) this.#matches.push({ ...match, rule });
    for (const { secret } of found) if (secret) this.#secrets.push(secret);
  }

  result(): Omit<FileMatches, "parseErrors"> {
    return { matches: this.#matches, secrets: this.#secrets, diagnostics: this.#diagnostics };
  }
}

function matchText(file: SourceFile, { matcher }: Bound<TextMatcher>): Match[] {
  if (matcher.files !== "all" && !matcher.files.includes(file.kind)) return [];
  const lower = lowerCased(file);
  const found: Match[] = [];
  for (const pattern of matcher.patterns) {
    if (!pattern.keywords.some((keyword) => lower.includes(keyword))) continue;
    for (const hit of file.text.matchAll(pattern.expression)) {
      const match = pattern.where(hit, file);
      if (match) found.push(match);
    }
  }
  return found;
}

const lowerCase = new WeakMap<SourceFile, string>();

function lowerCased(file: SourceFile): string {
  let lower = lowerCase.get(file);
  if (lower === undefined) lowerCase.set(file, lower = file.text.toLowerCase());
  return lower;
}

async function parseIfNeeded(code: CodeDocument, rules: RuleSet): Promise<SyntaxTree | undefined> {
  const { language, text } = code;
  const keywords = rules.syntax[language].flatMap(({ matcher }) => matcher.keywords);
  if (rules.tool.length > 0) keywords.push(...SURFACE_KEYWORDS[language]);
  return keywords.some((keyword) => text.includes(keyword)) ? await parse(code) : undefined;
}

/** Walks the tree once for all rules; each rule's matches are found when asked for. */
function* visit(
  tree: SyntaxTree,
  bounds: readonly Bound<SyntaxVisit<SyntaxTree>>[],
): Generator<{ rule: RuleInfo; matches: () => Generator<Match> }> {
  const active = bounds.filter(({ matcher }) =>
    matcher.keywords.some((keyword) => tree.text.includes(keyword))
  );
  const nodes = new Map<string, number[]>();
  for (const { matcher } of active) for (const kind of matcher.nodes) nodes.set(kind, []);
  for (const node of tree.nodesOf(new Set(nodes.keys()))) nodes.get(tree.kind(node))!.push(node);
  for (const { rule, matcher } of active) {
    const matches = function* (): Generator<Match> {
      for (const kind of matcher.nodes) {
        for (const node of nodes.get(kind)!) {
          const match = matcher.where(tree, node);
          if (match) yield match;
        }
      }
    };
    yield { rule, matches };
  }
}

function matchSurface(
  { tree, code, rules }: { tree: SyntaxTree; code: CodeDocument; rules: RuleSet },
  run: Collector,
): void {
  if (rules.tool.length === 0) return;
  const items = toolSurface(tree, {
    onCut: () =>
      run.diagnose("cut-by-bound", "Too much text for a model; only the first of it was read"),
  });
  for (const { rule, matcher } of rules.tool) {
    run.guard(rule, () =>
      items
        .filter((item) => matcher.owners.includes(item.owner))
        .flatMap((item) => matcher.where(item))
        .map((match) => placed(match, code)));
  }
}

function placed(match: Match, code: CodeDocument): Match {
  const place = (span: Span): Span => code.place(span);
  return {
    ...match,
    span: place(match.span),
    ...(match.secret && { secret: place(match.secret) }),
    ...(match.related && {
      related: match.related.map((related) => ({ ...related, span: place(related.span) })),
    }),
  };
}
