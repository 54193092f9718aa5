// A value given to a name in any language that is scanned: `NAME = "…"`, `"name": "…"`,
// `name="…"` in a call, a default beside the name of a variable, and unquoted where files have
// values without quotes.

import type { FileKind, Span, TextSource } from "../../core/mod.ts";

export interface Assignment {
  /** As it stands, with what it is a member of: `config.apiKey`. */
  readonly name: string;
  readonly value: string;
  /** Of the value. */
  readonly span: Span;
}

/** Words that may follow without making it the name of something else. */
const SUFFIX = "(?:[_-]?(?:key|value|base|prod|production|staging|live|dev|default|[0-9]{1,2}))?";
const CLOSE = "[\"'\\])\\\\]{0,5}\\s{0,4}";
/** In a string of JSON, and so in every notebook, quotes are escaped. */
const QUOTE = "\\\\{0,3}[\"'`]";
const TYPE = ":\\s{0,3}(?:str|string|Final|SecretStr|Optional\\[str\\]|str \\| None)\\s{0,3}=";
const OPERATOR = `(?:${TYPE}|:=|=>|\\|\\||\\?\\?|[:=,])`;

/** A quoted value behind a name that ends in one of `words`; groups: operator, value. */
export function quoted(words: string, value: string): RegExp {
  return new RegExp(
    `(?:${words})${SUFFIX}${CLOSE}(${OPERATOR})\\s{0,4}${QUOTE}(${value})${QUOTE}`,
    "gi",
  );
}

/** The same for a value without quotes. */
export function bare(words: string, value: string): RegExp {
  return new RegExp(
    `(?:${words})${SUFFIX}["']?[ \\t]{0,4}([=:])[ \\t]{0,4}(${value})`,
    "gi",
  );
}

/** What may follow on the line of such a value. */
const LINE_REST = /(?:[ \t]{1,80}#|[ \t]{0,80}(?:\r?\n|$))/y;

/** Kinds whose values need no quotes. */
const BARE_KINDS = new Set<FileKind>(["env", "yaml", "ini", "shell", "dockerfile", "text"]);

/** Units of a name looked at before the word that it was found by. */
const NAME_LENGTH = 48;
const NAME = /[A-Za-z0-9_.$-]/;

/** What `quoted` matched; `undefined` for neighbours in a list. */
export function quotedAssignment(hit: RegExpExecArray): Assignment | undefined {
  const assignment = assignmentOf(hit);
  // `getenv("API_KEY", "…")` has quotes around the name; in a list of arguments it has none.
  const closed = /["'][\])]{0,2}\s{0,4}$/.test(hit[0].slice(0, hit[0].indexOf(hit[1]!)));
  return hit[1] === "," && !closed ? undefined : assignment;
}

/** What `bare` matched, where the kind of file has such values and the line no more of it. */
export function bareAssignment(
  hit: RegExpExecArray,
  { kind }: TextSource,
): Assignment | undefined {
  LINE_REST.lastIndex = hit.index + hit[0].length;
  return BARE_KINDS.has(kind) && LINE_REST.test(hit.input) ? assignmentOf(hit) : undefined;
}

function assignmentOf(hit: RegExpExecArray): Assignment {
  const { index, input } = hit;
  const value = hit[2]!;
  const start = index + hit[0].lastIndexOf(value);
  let from = index;
  while (from > 0 && index - from < NAME_LENGTH && NAME.test(input[from - 1]!)) from--;
  const word = /^[A-Za-z0-9_-]{1,80}/.exec(hit[0])?.[0] ?? "";
  return {
    name: input.slice(from, index) + word,
    value,
    span: { start, end: start + value.length },
  };
}

/** How assignments of one shape are found and read. */
export interface AssignmentSearch {
  readonly keywords: readonly string[];
  readonly expression: RegExp;
  readonly assignment: (hit: RegExpExecArray, file: TextSource) => Assignment | undefined;
}

const KEY_WORDS = "key|token|secret";
/** Printable ASCII without quotes and `\`; a shorter value is hardly told from a name. */
const KEY_VALUE = "[!#-&(-[\\]-_a-~]{16,200}";

/** Values given to names that end in `key`, `token` or `secret`. */
export const KEY_ASSIGNMENTS: readonly AssignmentSearch[] = [
  {
    keywords: KEY_WORDS.split("|"),
    expression: quoted(KEY_WORDS, KEY_VALUE),
    assignment: quotedAssignment,
  },
  {
    keywords: KEY_WORDS.split("|"),
    expression: bare(KEY_WORDS, KEY_VALUE),
    assignment: bareAssignment,
  },
];
