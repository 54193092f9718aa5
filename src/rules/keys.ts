// Every key of a file of rules with what it means: what the reader takes, and what the docs say.

export const FILE_KEYS = {
  rules: "the rules, a list; a file may also be one rule alone",
} as const;

export const RULE_KEYS = {
  id: "kebab-case, says what is wrong; no other rule's",
  title: "what is wrong, in a few words",
  why: "what an attacker gains",
  fix: "what to do, in one line",
  limits: "what the rule cannot see",
  severity: "`info`, `low`, `medium`, `high` or `critical`",
  confidence: "`low`, `medium` or `high`: how sure the rule is",
  family: "a family of `rules list`; `custom` where it is left out",
  cwe: "a list: `CWE-78`",
  owasp: "a list: `MCP05:2025`, `LLM01:2026`, `ASI05:2026`",
  atlas: "a list: `AML.T0053`",
  tags: "a list of words",
  since: "the version that brought it",
  languages: "beside `syntax`: a list of `python`, `javascript`, `typescript`, `tsx`, `go`",
  files: "beside `text`: `[all]`, or a list of kinds of files, as in `rules list --language`",
  match: "what to look for: `text` or `syntax`",
  bad: "a list of examples that the rule must find; one at least",
  good: "a list of examples that it must leave alone; one at least",
} as const;

export const MATCH_KEYS = {
  text: "an expression near keywords, or a list of such",
  syntax: "a pattern over the syntax tree, or a list of such; one has to fit",
} as const;

export const TEXT_KEYS = {
  keywords: "a list of words, without case; the expression is tried around each of them",
  expression: "a regular expression in RE2's syntax: neither lookaround nor backreferences",
  flags: "`i` without case, `m` `^` and `$` at each line, `s` `.` takes line ends; `m` by default",
  message: "what the finding says; the title where it is left out",
  secret: "`true` where what matches must be masked",
} as const;

export const SYNTAX_KEYS = {
  pattern: "code of the language with holes: `$NAME` for anything, `...` for any number of things",
  not: "patterns that the same node must not fit",
  inside: "patterns of which one must fit something around it",
  "not-inside": "patterns of which none may fit anything around it",
  where: "conditions on holes",
  focus: "the hole that is reported, `$NAME`; the whole match where it is left out",
  message: "what the finding says, with holes as `$NAME`; the title where it is left out",
  keywords: "words of which a file must hold one; by default the longest name of the pattern",
} as const;

export const CONDITION_KEYS = {
  regex: "an expression that occurs in the hole's source text",
  "not-regex": "an expression that does not",
  value: "an expression that occurs in the text that the hole is known to stand for",
  constant: "`true`: the hole is a text that is known; `false`: it is not",
} as const;

export const EXAMPLE_KEYS = {
  note: "what it shows",
  file: "a file name that tells the kind: `server.py`",
  code: "the text of the file",
  limit: "`true` for a known miss or false alarm: the expectation is turned round",
} as const;

/** Keys that may be missing, in whichever mapping they stand. */
const OPTIONAL: ReadonlySet<string> = new Set([
  "family",
  "cwe",
  "owasp",
  "atlas",
  "tags",
  "since",
  "languages",
  "files",
  "text",
  "syntax",
  "flags",
  "message",
  "secret",
  "not",
  "inside",
  "not-inside",
  "where",
  "focus",
  "regex",
  "not-regex",
  "value",
  "constant",
  "limit",
]);

/** The keys as the docs show them, mapping by mapping. */
export const KEY_TABLES: readonly {
  readonly of: string;
  readonly keys: readonly {
    readonly key: string;
    readonly what: string;
    readonly isRequired: boolean;
  }[];
}[] = [
  { of: "A rule", keys: keysOf(RULE_KEYS) },
  { of: "`match`, one of the two", keys: keysOf(MATCH_KEYS) },
  // A pattern names its own keywords.
  { of: "`match.syntax`", keys: keysOf(SYNTAX_KEYS, ["keywords"]) },
  { of: "`match.syntax.where.$NAME`", keys: keysOf(CONDITION_KEYS) },
  { of: "`match.text`", keys: keysOf(TEXT_KEYS) },
  { of: "An example, in `bad` and `good`", keys: keysOf(EXAMPLE_KEYS) },
];

function keysOf(keys: Readonly<Record<string, string>>, optional: readonly string[] = []) {
  return Object.entries(keys).map(([key, what]) => ({
    key,
    what,
    isRequired: !OPTIONAL.has(key) && !optional.includes(key),
  }));
}
