// One text against all rules. A rule that throws costs the match it was about and a diagnostic,
// never the scan; every bound that cuts is a diagnostic too. What is found depends on the kind and
// text of a file alone, and of documents that are known by their names on these.

import {
  type Confidence,
  CONFIDENCES,
  type Diagnostic,
  isLanguage,
  type Match,
  type RuleInfo,
  SEVERITIES,
  type Severity,
  type Span,
  StepsUsedUp,
  type SyntaxVisit,
  type TextMatcher,
  type TextSource,
} from "../core/mod.ts";
import { lower, type Module } from "../flow/mod.ts";
import {
  clientFile,
  type FileSurface,
  instructions,
  type NamedText,
  projectDocument,
  serverSecrets,
} from "../mcp/mod.ts";
import { parse, type SyntaxTree } from "../syntax/mod.ts";
import { type CodeDocument, codeOf, placed } from "./documents.ts";
import { Keywords } from "./keywords.ts";
import { onePerSecret } from "./one_per_secret.ts";
import type { Bound, LanguageRules, RuleSet } from "./rule_set.ts";
import { matchDump, matchSurface, surfaceIn, type Surroundings } from "./surface_matching.ts";

/** Matches of one rule in one file; beyond it a reader learns nothing new. */
export const MAX_MATCHES = 500;

/** A match with its spans in the file's own text, and all that its rule says of it. */
export interface RuleMatch extends Match {
  readonly ruleId: string;
  readonly title: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
}

/** Trouble with the text at hand; whoever knows the file's name adds it. */
export type TextDiagnostic = Omit<Diagnostic, "file">;

export interface FileMatches {
  readonly matches: readonly RuleMatch[];
  /** Of every match, also of those that the bound on matches drops. */
  readonly secrets: readonly Span[];
  readonly diagnostics: readonly TextDiagnostic[];
  /** By path, matches whose text stands in another file than the tool that shows it. */
  readonly elsewhere?: ReadonlyMap<string, readonly RuleMatch[]>;
  readonly parseErrors: boolean;
  /** What data flow needs of a file of code; left out where no rule asks for it. */
  readonly module?: Module;
  /** What a file of code says to a model; left out where it says nothing. */
  readonly surface?: FileSurface;
}

/** Runs every rule that the text could concern; what it takes from other files is read there. */
export async function matchFile(
  file: NamedText,
  rules: RuleSet,
  around?: Surroundings,
): Promise<FileMatches> {
  const run = new Collector(rules);
  if (rules.document.length > 0) matchDocument(file, { rules, run });
  if (file.kind === "lock") return { ...run.result(), parseErrors: false };
  matchTexts(file, { rules, run });
  if (rules.tool.length > 0) matchDump(file, { rules, run });
  if (rules.manifest.length + rules.client.length > 0) matchClient(file, { rules, run });
  if (rules.tool.length > 0) matchInstructions(file, { rules, run });
  const { code, malformed } = codeOf(file);
  if (malformed !== undefined) run.diagnose("malformed", malformed);
  let surface: FileSurface | undefined;
  const words = code && new Keywords(code.text);
  const tree = code &&
    await parseIfNeeded(code, {
      words: words!,
      rules: rules.syntax[code.language],
      isFlow: rules.sinks.size > 0 && isLanguage(file.kind),
    });
  if (code && tree) {
    if (tree.cutAt !== undefined) {
      const shown = Math.floor(tree.cutAt / 1024);
      run.diagnose("cut-by-bound", `Too much syntax; only the first ${shown} KiB were parsed`);
    }
    matchTree(tree, { code, words: words!, rules: rules.syntax[code.language], run });
    if (rules.tool.length > 0 || rules.server.length > 0) {
      surface = await surfaceIn(tree, file.kind, around);
      matchSurface(surface, { code, rules, run });
    }
  }
  const module = tree && rules.sinks.size > 0 && isLanguage(file.kind) ? lower(tree) : undefined;
  const elsewhere = run.elsewhere();
  return {
    ...run.result(),
    ...(elsewhere.size > 0 && { elsewhere }),
    parseErrors: (tree?.errors ?? 0) > 0,
    ...(module && { module }),
    ...(surface && surface.items.length + surface.mounts.length > 0 && isLanguage(file.kind) &&
      { surface }),
  };
}

/** Nothing shows that anybody's value gets there: a step below what the rule says, at most medium. */
function weighed(severity: Severity): Severity {
  if (severity === "critical" || severity === "high") return "medium";
  return severity === "medium" ? "low" : severity;
}

class Collector {
  readonly #matches = new Map<RuleInfo, RuleMatch[]>();
  readonly #elsewhere = new Map<string, RuleMatch[]>();
  readonly #secrets: Span[] = [];
  readonly #diagnostics: TextDiagnostic[] = [];
  readonly #failed = new Set<RuleInfo>();

  readonly #provable: RuleSet["provable"];

  constructor({ provable }: RuleSet) {
    this.#provable = provable;
  }

  /** Told once, though the text be parsed for several kinds of rules. */
  diagnose(kind: Diagnostic["kind"], message: string): void {
    if (this.#diagnostics.some((known) => known.message === message)) return;
    this.#diagnostics.push({ kind, message });
  }

  /** Masks what no rule need report. */
  hide(spans: readonly Span[]): void {
    for (const span of spans) this.#secrets.push(span);
  }

  /** Takes in what `find` gives; the first failure of a rule is told, and costs that call alone. */
  guard(rule: RuleInfo, find: () => readonly Match[]): void {
    let found: readonly Match[];
    try {
      found = find();
    } catch (error) {
      this.fail(rule, error);
      return;
    }
    for (const match of found) this.take(rule, match);
  }

  fail(rule: RuleInfo, error: unknown): void {
    if (this.#failed.has(rule)) return;
    this.#failed.add(rule);
    if (error instanceof StepsUsedUp) {
      this.diagnose("cut-by-bound", `Rule "${rule.id}" used up its steps`);
      return;
    }
    const reason = error instanceof Error ? error.message : String(error);
    this.diagnose("rule-failed", `Rule "${rule.id}" failed: ${reason}`);
  }

  take(rule: RuleInfo, match: Match): void {
    const { id: ruleId, title, severity, confidence } = rule;
    const own = { severity, confidence, ...match, ruleId, title };
    const weight = this.#provable.has(rule) ? { severity: weighed(own.severity) } : undefined;
    const known = this.#matches.get(rule);
    if (known) known.push({ ...own, ...weight });
    else this.#matches.set(rule, [{ ...own, ...weight }]);
    if (match.secret) this.#secrets.push(match.secret);
  }

  /** Takes in what stands in another file; places beside it are of this one and left out. */
  takeElsewhere(rule: RuleInfo, path: string, { related: _, ...match }: Match): void {
    const { id: ruleId, title, severity, confidence } = rule;
    const known = this.#elsewhere.get(path) ?? [];
    if (known.length === 0) this.#elsewhere.set(path, known);
    if (known.length < MAX_MATCHES) known.push({ severity, confidence, ...match, ruleId, title });
  }

  elsewhere(): ReadonlyMap<string, readonly RuleMatch[]> {
    return this.#elsewhere;
  }

  result(): Omit<FileMatches, "parseErrors" | "module" | "elsewhere"> {
    const cut = [...this.#matches].flatMap(([rule, found]) => this.#cut(rule, found));
    const matches = onePerSecret(cut.sort(graver));
    return { matches, secrets: this.#secrets, diagnostics: this.#diagnostics };
  }

  /** The gravest of too many, so that no number of decoys hides one. */
  #cut(rule: RuleInfo, found: RuleMatch[]): RuleMatch[] {
    if (found.length <= MAX_MATCHES) return found;
    this.diagnose(
      "cut-by-bound",
      `Rule "${rule.id}" has ${found.length} matches; the gravest ${MAX_MATCHES} are kept`,
    );
    return found.sort(graver).slice(0, MAX_MATCHES);
  }
}

function graver(a: RuleMatch, b: RuleMatch): number {
  return SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity) ||
    CONFIDENCES.indexOf(b.confidence) - CONFIDENCES.indexOf(a.confidence) ||
    a.span.start - b.span.start || compare(a.ruleId, b.ruleId);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

interface Task {
  readonly rules: RuleSet;
  readonly run: Collector;
}

function matchTexts(file: TextSource, { rules, run }: Task): void {
  let lower: Keywords | undefined;
  for (const { rule, matcher } of rules.text) {
    if (matcher.files !== "all" && !matcher.files.includes(file.kind)) continue;
    const words = lower ??= new Keywords(file.text.toLowerCase());
    run.guard(rule, () => matchText(file, { matcher, lower: words }));
    for (const { keywords, find } of matcher.searches ?? []) {
      if (!words.hasOneOf(keywords)) continue;
      const onCut = () => run.diagnose("cut-by-bound", `Too much text for rule "${rule.id}"`);
      run.guard(rule, () => find(file, onCut));
    }
  }
}

function matchText(
  file: TextSource,
  { matcher, lower }: { matcher: TextMatcher; lower: Keywords },
): Match[] {
  const found: Match[] = [];
  for (const pattern of matcher.patterns) {
    if (!lower.hasOneOf(pattern.keywords)) continue;
    for (const hit of file.text.matchAll(pattern.expression)) {
      const match = pattern.where(hit, file);
      if (match) found.push(match);
    }
  }
  return found;
}

function matchClient(file: TextSource, { rules, run }: Task): void {
  const { config, malformed, cut } = clientFile(file);
  const { servers } = config;
  if (malformed !== undefined) run.diagnose("malformed", malformed);
  if (cut) {
    run.diagnose(
      "cut-by-bound",
      `Too many servers or commands; only the first were read`,
    );
  }
  for (const server of servers) run.hide(serverSecrets(server));
  for (const { rule, matcher } of rules.manifest) {
    for (const server of servers) run.guard(rule, () => matcher.where(server));
  }
  for (const { rule, matcher } of rules.client) run.guard(rule, () => matcher.where(config));
}

function matchInstructions(file: TextSource, { rules, run }: Task): void {
  const found = instructions(file);
  if (!found) return;
  const { item, cut } = found;
  if (cut) run.diagnose("cut-by-bound", "Too much text for a model; only the first of it was read");
  for (const { rule, matcher } of rules.tool) {
    if (matcher.owners.includes(item.owner)) run.guard(rule, () => matcher.where(item));
  }
}

function matchDocument(file: NamedText, { rules, run }: Task): void {
  const { document, malformed, cut } = projectDocument(file);
  if (malformed !== undefined) run.diagnose("malformed", malformed);
  if (cut !== undefined) run.diagnose("cut-by-bound", cut);
  if (!document) return;
  for (const { rule, matcher } of rules.document) {
    if (!matcher.documents.includes(document.type)) continue;
    run.guard(rule, () => matcher.where(document));
  }
}

/**
 * A module loaded by anything but a plain literal: its name need not stand in the text, so no
 * keyword can speak against a match.
 */
const HIDDEN_MODULE =
  /\b(?:require|import|__import__|import_module)\s{0,8}\(\s{0,8}(?!["'`][^"'`\\\n]{0,200}["'`]\s{0,8}[,)])/;

async function parseIfNeeded(
  { language, text }: CodeDocument,
  { words, rules, isFlow }: { words: Keywords; rules: LanguageRules; isFlow: boolean },
): Promise<SyntaxTree | undefined> {
  // What a value passes through on its way need not hold any word that says so.
  const isNeeded = isFlow || words.hasOneOf(rules.keywords) ||
    (isLanguage(language) && HIDDEN_MODULE.test(text));
  return isNeeded ? await parse({ language, text }) : undefined;
}

function matchTree(
  tree: SyntaxTree,
  { code, words, rules, run }: {
    code: CodeDocument;
    words: Keywords;
    rules: LanguageRules;
    run: Collector;
  },
): void {
  const hidesModules = HIDDEN_MODULE.test(tree.text);
  const byKind = new Map<string, Bound<SyntaxVisit<SyntaxTree>>[]>();
  for (const bound of rules.visits) {
    const { keywords, nodes } = bound.matcher;
    if (!hidesModules && !words.hasOneOf(keywords)) continue;
    for (const kind of nodes) {
      const known = byKind.get(kind);
      if (known) known.push(bound);
      else byKind.set(kind, [bound]);
    }
  }
  const { kinds, kindNames } = tree.arrays;
  const byId = kindNames.map((name) => byKind.get(name));
  for (let node = 0; node < tree.size; node++) {
    const bounds = byId[kinds[node]!];
    if (bounds === undefined) continue;
    for (const { rule, matcher } of bounds) {
      try {
        const match = matcher.where(tree, node);
        if (match) run.take(rule, placed(match, code));
      } catch (error) {
        run.fail(rule, error);
      }
    }
  }
}
