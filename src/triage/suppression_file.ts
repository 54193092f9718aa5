// `.mcp-sentinel-ignore.yaml`: entries whose conditions must all hold. Everything in it is checked
// before any of it counts, and each problem tells its line.

import { lineStarts, positionAt, SEVERITIES, type Severity } from "../core/mod.ts";
import { type Fields, fieldsOf, Problems, readDocument, type Suggest } from "../rules/mod.ts";
import { readExpiry } from "./expiry.ts";

export const SUPPRESSION_FILE = ".mcp-sentinel-ignore.yaml";

/** Every key of an entry with what it means. */
export const SUPPRESSION_KEYS = {
  id: "a name of your own, once in the file; the report says it",
  reason: "why, for those who read the report",
  author: "who decided it",
  expires: "the last day on which it counts (`2027-03-01`, UTC), or a moment in time",
  rule: "the id of a rule",
  fingerprint: "a finding's fingerprint, all 32 digits, from the JSON report",
  path: "a glob over the whole path, from the folder of this file: `*`, `?` and `**`",
  lines: "`12` or `10-40`, beside `path` or `fingerprint`",
  severity: "`info`, `low`, `medium`, `high` or `critical`",
  message: "the whole message",
} as const;

export interface Suppression {
  readonly id: string;
  readonly reason: string;
  readonly author?: string;
  /** When it is over, in ms of the epoch. */
  readonly expires?: number;
  readonly rule?: string;
  readonly fingerprint?: string;
  readonly path?: string;
  readonly lines?: readonly [first: number, last: number];
  readonly severity?: Severity;
  readonly message?: string;
  /** 1-based, of the entry in its file. */
  readonly line: number;
}

export interface SuppressionProblem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export interface SuppressionsRead {
  readonly suppressions: readonly Suppression[];
  readonly problems: readonly SuppressionProblem[];
}

const FILE_KEYS = ["version", "suppressions"];
const MAX_ENTRIES = 5000;
/** Notes on a comment have this name in a report. */
const RESERVED_ID = "comment";

/** Reads a file's text; where there is a problem, nothing of it should count. */
export function readSuppressions(text: string, suggest: Suggest): SuppressionsRead {
  const starts = lineStarts(text);
  const found = new Problems(suggest);
  const { value, problems } = readDocument(text, { holds: "suppressions" });
  const file = problems.length === 0 && value
    ? fieldsOf(value, FILE_KEYS, { name: "a file of suppressions", problems: found })
    : undefined;
  const suppressions = file ? readEntries(file, { problems: found, starts }) : [];
  return {
    suppressions,
    problems: [...problems, ...found.all].map(({ at, message }) => ({
      ...positionAt(starts, at),
      message,
    })),
  };
}

interface Reading {
  readonly problems: Problems;
  readonly starts: readonly number[];
}

function readEntries(file: Fields, { problems, starts }: Reading): Suppression[] {
  file.choice("version", ["1"]);
  const list = file.required("suppressions");
  // A file that is only begun.
  if (!list || list.kind === "scalar" && list.value === null) return [];
  if (list.kind !== "list") {
    problems.add(list.at, 'Expected a list for "suppressions"');
    return [];
  }
  if (list.items.length > MAX_ENTRIES) {
    problems.add(list.at, `Expected at most ${MAX_ENTRIES} suppressions`);
    return [];
  }
  const places = new Map<string, number>();
  return list.items.flatMap((item) => {
    const fields = fieldsOf(item, Object.keys(SUPPRESSION_KEYS), {
      name: "a suppression",
      problems,
    });
    if (!fields) return [];
    const { line } = positionAt(starts, item.at);
    const before = problems.all.length;
    const entry = readEntry(fields, { problems, line });
    const other = entry.id === undefined ? undefined : places.get(entry.id);
    if (other !== undefined) {
      problems.add(fields.placeOfValue("id"), `The id "${entry.id}" is taken in line ${other}`);
    } else if (entry.id !== undefined) places.set(entry.id, line);
    return problems.all.length === before ? [entry as Suppression] : [];
  });
}

function readEntry(
  fields: Fields,
  { problems, line }: { readonly problems: Problems; readonly line: number },
): Partial<Suppression> {
  const id = fields.text("id", { max: 200 });
  if (id === RESERVED_ID) problems.add(fields.placeOfValue("id"), `Choose an id but "${id}"`);
  if (!["rule", "fingerprint", "path"].some((key) => fields.has(key))) {
    problems.add(fields.at, 'Expected "rule", "fingerprint" or "path"');
  }
  if (fields.has("lines") && !fields.has("path") && !fields.has("fingerprint")) {
    problems.add(fields.placeOf("lines"), 'Expected "path" or "fingerprint" beside "lines"');
  }
  const fingerprint = fields.optionalText("fingerprint");
  if (fingerprint !== undefined && !/^[0-9a-f]{32}$/.test(fingerprint)) {
    problems.add(fields.placeOfValue("fingerprint"), "Expected a fingerprint: 32 digits of 0-9a-f");
  }
  const expires = readExpires(fields, problems);
  const lines = readLines(fields, problems);
  return {
    line,
    ...given("id", id),
    ...given("reason", fields.text("reason")),
    ...given("author", fields.optionalText("author", { max: 200 })),
    ...given("expires", expires),
    ...given("rule", fields.optionalText("rule", { max: 200 })),
    ...given("fingerprint", fingerprint),
    ...given("path", readPath(fields, problems)),
    ...given("lines", lines),
    ...given(
      "severity",
      fields.has("severity") ? fields.choice("severity", SEVERITIES) : undefined,
    ),
    ...given("message", fields.optionalText("message")),
  };
}

function given<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : { [key]: value } as Record<K, V>;
}

function readExpires(fields: Fields, problems: Problems): number | undefined {
  const text = fields.optionalText("expires", { max: 40 });
  if (text === undefined) return undefined;
  return readExpiry(text) ?? problems.add(
    fields.placeOfValue("expires"),
    `Expected a day such as 2027-03-01, or a time such as 2027-03-01T12:00:00Z, got "${text}"`,
  );
}

function readPath(fields: Fields, problems: Problems): string | undefined {
  const path = fields.optionalText("path", { max: 500 });
  if (path === undefined) return undefined;
  const isOutside = path.startsWith("/") || /^[A-Za-z]:/.test(path) || path.startsWith("!") ||
    path.includes("\\") || path.split("/").includes("..");
  if (!isOutside) return path;
  return problems.add(
    fields.placeOfValue("path"),
    'Expected a path from the folder of this file, with "/", such as src/**',
  );
}

function readLines(fields: Fields, problems: Problems): readonly [number, number] | undefined {
  const value = fields.value("lines");
  if (value === undefined) return undefined;
  const text = value.kind === "scalar" ? String(value.value) : "";
  const [, from, to] = /^(\d{1,9})(?:-(\d{1,9}))?$/.exec(text) ?? [];
  const [first, last] = [Number(from), Number(to ?? from)];
  if (first >= 1 && last >= first) return [first, last];
  return problems.add(value.at, 'Expected a line or lines such as 10-40 for "lines"');
}
