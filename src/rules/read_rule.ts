// One rule of a file, read as a whole: what is missing, unknown or of the wrong kind is a problem
// with its place.

import {
  type Confidence,
  CONFIDENCES,
  type Example,
  FAMILIES,
  type Family,
  type FileKind,
  OWASP,
  type Rule,
  SEVERITIES,
  type Severity,
  type TaxonomyId,
} from "../core/mod.ts";
import type { SyntaxTree } from "../syntax/mod.ts";
import type { Value } from "./document.ts";
import { type Fields, fieldsOf, type Problems } from "./fields.ts";
import { EXAMPLE_KEYS, RULE_KEYS } from "./keys.ts";
import { readMatcher } from "./read_match.ts";

export interface RuleReading {
  readonly problems: Problems;
  /** The kind of file that a name tells. */
  readonly kindOf: (name: string) => FileKind | undefined;
}

/** A rule, and where its id stands. */
export interface PlacedRule {
  readonly rule: Rule<SyntaxTree>;
  readonly at: number;
}

const MAX_EXAMPLE = 20_000;

export async function readRule(
  value: Value,
  reading: RuleReading,
): Promise<PlacedRule | undefined> {
  const { problems } = reading;
  const before = problems.all.length;
  const fields = fieldsOf(value, Object.keys(RULE_KEYS), { name: "a rule", problems });
  if (!fields) return undefined;
  const id = idOf(fields, problems);
  const title = fields.text("title", { max: 200 });
  const why = fields.text("why", { max: 2000 });
  const fix = fields.text("fix", { max: 500 });
  const limits = fields.text("limits", { max: 2000 });
  const severity: Severity | undefined = fields.choice("severity", SEVERITIES);
  const confidence: Confidence | undefined = fields.choice("confidence", CONFIDENCES);
  const family: Family = fields.has("family")
    ? fields.choice("family", FAMILIES) ?? "custom"
    : "custom";
  const taxonomies = {
    cwe: idsOf<"cwe">(fields, "cwe", { form: /^CWE-\d{1,5}$/, example: "CWE-78", problems }),
    owasp: fields.choices("owasp", Object.keys(OWASP) as TaxonomyId<"owasp">[]),
    atlas: idsOf<"atlas">(fields, "atlas", {
      form: /^AML\.T\d{4}(?:\.\d{3})?$/,
      example: "AML.T0053",
      problems,
    }),
  };
  const tags = fields.texts("tags", { max: 50 });
  const since = fields.optionalText("since", { max: 50 }) ?? "1.0.0";
  const bad = examplesOf(fields, "bad", reading);
  const good = examplesOf(fields, "good", reading);
  const matcher = await readMatcher({ rule: fields, title: title ?? "", problems });
  if (
    problems.all.length > before || id === undefined || title === undefined || !why || !fix ||
    !limits || !severity || !confidence || !matcher
  ) return undefined;
  const words = { id, title: flat(title), why: flat(why), fix: flat(fix), limits: flat(limits) };
  const rule = { ...words, family, severity, confidence, ...taxonomies, tags, since };
  return { rule: { ...rule, matcher, bad, good }, at: fields.placeOf("id") };
}

/** Texts of several lines in YAML are one paragraph to a reader. */
function flat(text: string): string {
  return text.trim().replace(/\s+/g, " ");
}

function idOf(fields: Fields, problems: Problems): string | undefined {
  const id = fields.text("id", { max: 100 });
  if (id === undefined || /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id)) return id;
  return problems.add(
    fields.value("id")!.at,
    "Expected an id in kebab-case, such as open-debug-port",
  );
}

interface IdForm {
  readonly form: RegExp;
  readonly example: string;
  readonly problems: Problems;
}

/** Ids of a list that grows: each of the right form is taken, known here or not. */
function idsOf<T extends "cwe" | "atlas">(
  fields: Fields,
  key: T,
  { form, example, problems }: IdForm,
): readonly TaxonomyId<T>[] {
  const ids = fields.texts(key, { max: 20 });
  const wrong = ids.find((id) => !form.test(id));
  if (wrong !== undefined) {
    problems.add(
      fields.value(key)!.at,
      `Expected ids such as ${example} for "${key}", got "${wrong}"`,
    );
  }
  return ids as TaxonomyId<T>[];
}

function examplesOf(fields: Fields, key: string, { problems, kindOf }: RuleReading): Example[] {
  const value = fields.required(key);
  if (!value) return [];
  const items = fields.items(key);
  if (items.length === 0 && value.kind === "list") {
    problems.add(value.at, `Expected an example in "${key}"`);
  }
  return items.flatMap((item) => {
    const own = fieldsOf(item, Object.keys(EXAMPLE_KEYS), {
      name: `an item of "${key}"`,
      problems,
    });
    if (!own) return [];
    const note = own.text("note", { max: 300 });
    const file = own.text("file", { max: 200 });
    const code = own.text("code", { max: MAX_EXAMPLE });
    const limit = own.flag("limit");
    if (file !== undefined && (/[/\\]/.test(file) || kindOf(file) === undefined)) {
      problems.add(
        own.value("file")!.at,
        `Expected a file name of a kind that is scanned, got "${file}"`,
      );
    }
    if (!note || !file || !code) return [];
    return [{ note: flat(note), file, code, ...(limit && { limit }) }];
  });
}
