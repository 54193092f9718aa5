// A rule: data, a matcher, and its proofs. The matcher is a closed union, so that the engine
// knows what each rule needs (text, a tree, a surface, a parsed configuration) before it runs one.

import type { DocumentType, ProjectDocument } from "./document.ts";
import type { FlowSource, SinkKind } from "./flow_kinds.ts";
import type { PlacedMatch, ServedSurface } from "./served_surface.ts";
import type { ClientConfig } from "./client_config.ts";
import type { ServerDef } from "./server_def.ts";
import type { Confidence, Evidence, Severity } from "./severity.ts";
import type { FileKind, Language, SourceFile } from "./source_file.ts";
import type { Span } from "./span.ts";
import type { SurfaceItem, SurfaceOwner } from "./surface.ts";
import type { TaxonomyId } from "./taxonomy.ts";

/** The families of detectors; `custom` is that of rules from outside which name no other. */
export const FAMILIES = [
  "secrets",
  "command-injection",
  "data-flow",
  "sensitive-files",
  "tool-poisoning",
  "prompt-injection",
  "server-surface",
  "mcp-config",
  "server-hygiene",
  "protocol",
  "packaging",
  "custom",
] as const;
export type Family = typeof FAMILIES[number];

/** What a rule reports: where, and only where it differs from the rule, what. */
export interface Match {
  readonly span: Span;
  /** Capital, no full stop; must not hold the matched text where the rule is about secrets. */
  readonly message: string;
  readonly severity?: Severity;
  readonly confidence?: Confidence;
  /** Characters of this span are never shown, here or in any other finding of the file. */
  readonly secret?: Span;
  /** `whole`: the fingerprint hashes the secret itself, so a newly leaked one is new. */
  readonly fingerprint?: "whole" | "redacted";
  readonly related?: readonly RelatedSpan[];
  /** What the finding is about, where the matched text alone does not tell: a tool, a parameter. */
  readonly identity?: string;
  /** A pattern, unless data flow says more. */
  readonly evidence?: Evidence;
  /** From the source to the sink, through any files of the target. */
  readonly path?: readonly PathStep[];
}

export interface PathStep {
  /** Relative to the project root, with `/`. */
  readonly file: string;
  readonly span: Span;
  readonly message: string;
}

export interface RelatedSpan {
  readonly span: Span;
  readonly message: string;
}

/**
 * Bounded expressions over the raw text of a file. The engine runs them only on files that hold
 * one of `keywords` (compared without case), and calls `where` for each hit.
 */
export interface TextMatcher {
  readonly kind: "text";
  readonly files: readonly FileKind[] | "all";
  readonly patterns: readonly TextPattern[];
  /** Searches of another kind than an expression's, for rules that come from outside. */
  readonly searches?: readonly TextSearch[];
}

/** A search that keeps its own bounds. */
export interface TextSearch {
  /** Lower case; a text without any of them is not searched. */
  readonly keywords: readonly string[];
  /** `onCut` is told where a bound left something out. */
  readonly find: (file: TextSource, onCut: () => void) => readonly Match[];
}

/** What a text rule sees of a file; not its place, so that equal texts give equal matches. */
export type TextSource = Pick<SourceFile, "kind" | "text">;

export interface TextPattern {
  /** Lower case; a text without any of them is not searched. */
  readonly keywords: readonly string[];
  /** Global, without flags `v` and `d`; every repetition bounded. */
  readonly expression: RegExp;
  /** `undefined` means: no fault after all. */
  readonly where: (hit: RegExpExecArray, file: TextSource) => Match | undefined;
}

/** Nodes of a syntax tree, visited in document order, one language at a time. */
export interface SyntaxMatcher<Tree> {
  readonly kind: "syntax";
  readonly languages: Readonly<Partial<Record<Language, SyntaxVisit<Tree>>>>;
}

export interface SyntaxVisit<Tree> {
  /** A file without any of these substrings (case counts) cannot match, and is not parsed. */
  readonly keywords: readonly string[];
  /** Grammar node types to visit. */
  readonly nodes: readonly string[];
  readonly where: (tree: Tree, node: number) => Match | undefined;
}

/** Items of the tool surface: what a server says to the model. */
export interface ToolMatcher {
  readonly kind: "tool";
  readonly owners: readonly SurfaceOwner[];
  readonly where: (item: SurfaceItem) => readonly Match[];
}

/** A server as a whole: its tools among one another, and what they say against what they do. */
export interface ServerMatcher {
  readonly kind: "server";
  readonly where: (server: ServedSurface) => readonly PlacedMatch[];
}

/** Servers of a client configuration. */
export interface ManifestMatcher {
  readonly kind: "manifest";
  readonly where: (server: ServerDef) => readonly Match[];
}

/** Files of a project that are known by their names: package manifests, lock files, Dockerfiles. */
export interface DocumentMatcher {
  readonly kind: "document";
  readonly documents: readonly DocumentType[];
  readonly where: (document: ProjectDocument) => readonly Match[];
  /** Servers of a client configuration, where these tell the same. */
  readonly server?: (server: ServerDef) => readonly Match[];
}

/** A client's configuration as a whole; also the front matter of its commands and skills. */
export interface ClientMatcher {
  readonly kind: "client";
  readonly where: (config: ClientConfig) => readonly Match[];
}

/** Values that somebody outside sends, at sinks of the rule's `sinks`. */
export interface FlowMatcher {
  readonly kind: "flow";
}

export type Matcher<Tree> =
  | TextMatcher
  | SyntaxMatcher<Tree>
  | ToolMatcher
  | ServerMatcher
  | ManifestMatcher
  | DocumentMatcher
  | ClientMatcher
  | FlowMatcher;

/** Thrown by a matcher that has used up its steps: what it found so far stands. */
export class StepsUsedUp extends Error {
  override readonly name = "StepsUsedUp";
}

/** A proof: code that must be found (`bad`) or must not be (`good`). */
export interface Example {
  /** Decides the kind of file, as on disk: `server.py`, `.mcp.json`. */
  readonly file: string;
  /** A function where the text must be made at run time, so that no secret stands in the source. */
  readonly code: string | (() => string);
  readonly note: string;
  /** A known miss or false alarm, shown as such in the docs: the expectation is turned round. */
  readonly limit?: true;
  /** The file, a package.json, stands in a working tree without a lock file. */
  readonly unlocked?: true;
}

/** What reports need of a rule: plain data. */
export interface RuleInfo {
  /** kebab-case, says what is wrong, never reused. */
  readonly id: string;
  readonly family: Family;
  /** What is wrong, in a few words. */
  readonly title: string;
  /** Why it matters: what an attacker gains. */
  readonly why: string;
  /** What to do, in one line. */
  readonly fix: string;
  /** What the rule cannot see. */
  readonly limits: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly cwe: readonly TaxonomyId<"cwe">[];
  readonly owasp: readonly TaxonomyId<"owasp">[];
  readonly atlas: readonly TaxonomyId<"atlas">[];
  /** The version that brought it. */
  readonly since: string;
  readonly tags: readonly string[];
}

/** `Tree` is the syntax room's tree, which core does not know. */
export interface Rule<Tree> extends RuleInfo {
  readonly matcher: Matcher<Tree>;
  /** Kinds of sinks of which the rule reports what data flow finds; beside its own matches. */
  readonly sinks?: readonly SinkKind[];
  /** Only sinks that are described by these words, as some of a kind are a rule's of their own. */
  readonly sinkWords?: string;
  /** Where it has to come from; what a tool or a request sends where nothing is said. */
  readonly sources?: readonly FlowSource[];
  /** Must be found by the rule. */
  readonly bad: readonly Example[];
  /** Must be found by no rule. */
  readonly good: readonly Example[];
}
