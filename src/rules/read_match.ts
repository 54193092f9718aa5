// The key `match` of a rule: what it looks for, read and compiled.

import { FILE_KINDS, type Language, LANGUAGES, type Matcher } from "../core/mod.ts";
import type { SyntaxTree } from "../syntax/mod.ts";
import type { Value } from "./document.ts";
import { compileExpression, type Expression } from "./expression.ts";
import { type Fields, fieldsOf, itemsOf, type Problems, textOf } from "./fields.ts";
import { CONDITION_KEYS, MATCH_KEYS, SYNTAX_KEYS, TEXT_KEYS } from "./keys.ts";
import { MAX_PATTERN, type Pattern, readPattern } from "./pattern.ts";
import { holesIn } from "./pattern_text.ts";
import { type Alternative, type Condition, syntaxMatcher } from "./syntax_match.ts";
import { textSearch } from "./text_search.ts";

interface Reading {
  readonly rule: Fields;
  readonly title: string;
  readonly problems: Problems;
}

/** `undefined`, and a problem at least, where it cannot be made. */
export async function readMatcher(reading: Reading): Promise<Matcher<SyntaxTree> | undefined> {
  const { rule, problems } = reading;
  const value = rule.required("match");
  if (!value) return undefined;
  const match = fieldsOf(value, Object.keys(MATCH_KEYS), { name: '"match"', problems });
  if (!match) return undefined;
  const text = match.value("text");
  const syntax = match.value("syntax");
  if ((text === undefined) === (syntax === undefined)) {
    return problems.add(value.at, 'Expected either "text" or "syntax" in "match"');
  }
  return text ? readText(text, reading) : await readSyntax(syntax!, reading);
}

/** A list of mappings, or one that stands alone. */
function alternatives(value: Value, name: string, problems: Problems): readonly Value[] {
  const items = value.kind === "map" ? [value] : itemsOf(value, { name, problems });
  if (items.length === 0) problems.add(value.at, `Expected something to look for in ${name}`);
  return items;
}

const MIN_KEYWORD = 2;
const MAX_KEYWORD = 100;

function readKeywords(fields: Fields, problems: Problems): readonly string[] {
  const keywords = fields.texts("keywords", { max: MAX_KEYWORD });
  if (keywords.some((keyword) => keyword.length < MIN_KEYWORD)) {
    problems.add(fields.placeOf("keywords"), `Expected keywords of ${MIN_KEYWORD} characters`);
  }
  return keywords;
}

function readText(value: Value, { rule, title, problems }: Reading): Matcher<SyntaxTree> {
  if (rule.has("languages")) {
    problems.add(rule.placeOf("languages"), 'Expected "files" beside a text match');
  }
  const files = rule.choices("files", ["all", ...FILE_KINDS]);
  if (files.length === 0) problems.add(rule.placeOf("files"), 'Expected the key "files"');
  const searches = alternatives(value, '"text"', problems).flatMap((item) => {
    const fields = fieldsOf(item, Object.keys(TEXT_KEYS), { name: '"text"', problems });
    if (!fields) return [];
    const keywords = readKeywords(fields, problems).map((keyword) => keyword.toLowerCase());
    if (keywords.length === 0) problems.add(fields.at, 'Expected the key "keywords", a list');
    const text = fields.text("expression");
    const flags = fields.optionalText("flags", { max: 3 });
    const at = fields.placeOfValue("expression");
    const expression = text && compileExpression({ text, flags, at }, problems);
    const message = fields.optionalText("message", { max: 300 }) ?? title;
    const isSecret = fields.flag("secret") ?? false;
    return expression ? [textSearch({ keywords, expression, message, isSecret })] : [];
  });
  const kinds = files.filter((kind) => kind !== "all");
  return {
    kind: "text",
    files: files.includes("all") ? "all" : kinds,
    patterns: [],
    searches,
  };
}

async function readSyntax(
  value: Value,
  { rule, title, problems }: Reading,
): Promise<Matcher<SyntaxTree>> {
  if (rule.has("files")) {
    problems.add(rule.placeOf("files"), 'Expected "languages" beside a syntax match');
  }
  const languages = rule.choices("languages", LANGUAGES);
  if (languages.length === 0) {
    problems.add(rule.placeOf("languages"), 'Expected the key "languages"');
  }
  const items = alternatives(value, '"syntax"', problems);
  const found = new Map<Language, Alternative[]>();
  for (const language of languages) {
    const own: Alternative[] = [];
    for (const item of items) {
      const fields = fieldsOf(item, Object.keys(SYNTAX_KEYS), { name: '"syntax"', problems });
      const alternative = fields && await readAlternative(fields, { language, title, problems });
      if (alternative) own.push(alternative);
    }
    found.set(language, own);
    // What is wrong in one language is mostly wrong in the next.
    if (problems.all.length > 0) break;
  }
  return syntaxMatcher(found);
}

interface InLanguage {
  readonly language: Language;
  readonly title: string;
  readonly problems: Problems;
}

async function readAlternative(
  fields: Fields,
  context: InLanguage,
): Promise<Alternative | undefined> {
  const { language, title, problems } = context;
  const source = fields.required("pattern");
  const pattern = source && await readOne(source, { name: '"pattern"', context });
  const not = await readSeveral(fields, "not", context);
  const inside = await readSeveral(fields, "inside", context);
  const notInside = await readSeveral(fields, "not-inside", context);
  const given = readKeywords(fields, problems);
  if (!pattern) return undefined;
  const keywords = given.length > 0 ? given : pattern.keyword ? [pattern.keyword] : [];
  if (keywords.length === 0) {
    return problems.add(
      source!.at,
      `Expected a name in the ${language} pattern, or the key "keywords", so that not every file ` +
        "has to be parsed",
    );
  }
  const holes = new Set([...pattern.holes, ...inside.flatMap((each) => [...each.holes])]);
  const message = fields.optionalText("message", { max: 300 }) ?? title;
  for (const hole of holesIn(message)) {
    if (!holes.has(hole)) unknownHole(fields.placeOfValue("message"), { hole, holes, problems });
  }
  const focus = fields.optionalText("focus", { max: 41 })?.replace(/^\$/, "");
  if (focus !== undefined && !holes.has(focus)) {
    unknownHole(fields.placeOfValue("focus"), { hole: focus, holes, problems });
  }
  const where = readConditions(fields, { holes, problems });
  return { pattern, keywords, not, inside, notInside, where, focus, message };
}

function unknownHole(
  at: number,
  { hole, holes, problems }: { hole: string; holes: ReadonlySet<string>; problems: Problems },
): void {
  const nearest = problems.suggest(`$${hole}`, [...holes].map((each) => `$${each}`));
  problems.add(at, `No hole $${hole} stands in "pattern" or "inside".${nearest}`);
}

async function readOne(
  value: Value,
  { name, context: { language, problems } }: { name: string; context: InLanguage },
): Promise<Pattern | undefined> {
  const source = textOf(value, { name, problems, max: MAX_PATTERN });
  if (source === undefined) return undefined;
  const pattern = await readPattern(source, language);
  return typeof pattern === "string" ? problems.add(value.at, `${pattern} (${name})`) : pattern;
}

async function readSeveral(
  fields: Fields,
  key: string,
  context: InLanguage,
): Promise<readonly Pattern[]> {
  const value = fields.value(key);
  if (value === undefined) return [];
  const patterns: Pattern[] = [];
  for (const item of value.kind === "list" ? fields.items(key) : [value]) {
    const pattern = await readOne(item, { name: `"${key}"`, context });
    if (pattern) patterns.push(pattern);
  }
  return patterns;
}

function readConditions(
  fields: Fields,
  { holes, problems }: { holes: ReadonlySet<string>; problems: Problems },
): readonly Condition[] {
  const value = fields.value("where");
  if (value === undefined) return [];
  if (value.kind !== "map") {
    problems.add(value.at, 'Expected a mapping for "where": a hole and its conditions');
    return [];
  }
  return value.entries.flatMap(({ key, at, value: conditions }) => {
    const hole = key.replace(/^\$/, "");
    if (!holes.has(hole)) {
      unknownHole(at, { hole, holes, problems });
      return [];
    }
    const own = fieldsOf(conditions, Object.keys(CONDITION_KEYS), { name: `"${key}"`, problems });
    if (!own) return [];
    const expression = (name: string): Expression | undefined => {
      const text = own.optionalText(name);
      return text === undefined
        ? undefined
        : compileExpression({ text, at: own.placeOfValue(name) }, problems);
    };
    const [regex, notRegex, known] = ["regex", "not-regex", "value"].map(expression);
    const constant = own.flag("constant");
    return [{
      hole,
      ...(regex && { regex }),
      ...(notRegex && { notRegex }),
      ...(known && { value: known }),
      ...(constant !== undefined && { constant }),
    }];
  });
}
