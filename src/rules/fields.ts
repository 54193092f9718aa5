// The values of a mapping by their keys, each checked; what is wrong is noted with its place, and
// reading goes on, so that a user hears of everything at once.

import type { ListValue, MapValue, Problem, Value } from "./document.ts";

/** A sentence that names the nearest of the right words, or nothing. */
export type Suggest = (given: string, known: readonly string[]) => string;

/** Notes what is wrong. */
export class Problems {
  readonly all: Problem[] = [];
  readonly suggest: Suggest;

  constructor(suggest: Suggest) {
    this.suggest = suggest;
  }

  add(at: number, message: string): undefined {
    this.all.push({ at, message });
    return undefined;
  }
}

/** Items of one list. */
const MAX_ITEMS = 200;
/** Units of a text that nothing else is said of. */
const MAX_TEXT = 4000;

export class Fields {
  readonly #values: ReadonlyMap<string, { readonly at: number; readonly value: Value }>;
  readonly #map: MapValue;
  readonly #problems: Problems;

  /** `known`: every key that may stand there. */
  constructor(map: MapValue, known: readonly string[], problems: Problems) {
    this.#map = map;
    this.#problems = problems;
    this.#values = new Map(map.entries.map(({ key, at, value }) => [key, { at, value }]));
    for (const { key, at } of map.entries) {
      if (known.includes(key)) continue;
      const nearest = problems.suggest(key, known);
      problems.add(at, `Unknown key "${key}".${nearest || ` Expected ${known.join(", ")}`}`);
    }
  }

  get at(): number {
    return this.#map.at;
  }

  get keys(): readonly string[] {
    return [...this.#values.keys()];
  }

  has(key: string): boolean {
    return this.#values.has(key);
  }

  placeOf(key: string): number {
    return this.#values.get(key)?.at ?? this.#map.at;
  }

  /** The place of the value, or of the mapping where it is missing. */
  placeOfValue(key: string): number {
    return this.value(key)?.at ?? this.#map.at;
  }

  value(key: string): Value | undefined {
    return this.#values.get(key)?.value;
  }

  /** The value; a problem where the key is missing. */
  required(key: string): Value | undefined {
    const value = this.value(key);
    if (value === undefined) this.#problems.add(this.#map.at, `Expected the key "${key}"`);
    return value;
  }

  text(key: string, { max = MAX_TEXT }: { readonly max?: number } = {}): string | undefined {
    const value = this.required(key);
    return value && textOf(value, { name: `"${key}"`, max, problems: this.#problems });
  }

  optionalText(key: string, options: { readonly max?: number } = {}): string | undefined {
    return this.has(key) ? this.text(key, options) : undefined;
  }

  flag(key: string): boolean | undefined {
    const value = this.value(key);
    if (value === undefined) return undefined;
    if (value.kind === "scalar" && typeof value.value === "boolean") return value.value;
    return this.#problems.add(value.at, `Expected true or false for "${key}"`);
  }

  /** One of `values`. */
  choice<T extends string>(key: string, values: readonly T[]): T | undefined {
    const value = this.required(key);
    return value && choiceOf(value, { name: `"${key}"`, values, problems: this.#problems });
  }

  /** The items of a list; none where the key is missing. */
  items(key: string): readonly Value[] {
    const value = this.value(key);
    if (value === undefined) return [];
    return itemsOf(value, { name: `"${key}"`, problems: this.#problems });
  }

  /** Texts of a list, each of `values` where those are given. */
  texts(key: string, { max = MAX_TEXT }: { readonly max?: number } = {}): readonly string[] {
    return this.items(key).flatMap((item) =>
      textOf(item, { name: `an item of "${key}"`, max, problems: this.#problems }) ?? []
    );
  }

  choices<T extends string>(key: string, values: readonly T[]): readonly T[] {
    return this.items(key).flatMap((item) =>
      choiceOf(item, { name: `an item of "${key}"`, values, problems: this.#problems }) ?? []
    );
  }
}

interface Asked {
  /** What is asked for, in a message. */
  readonly name: string;
  readonly problems: Problems;
}

export function textOf(
  value: Value,
  { name, problems, max = MAX_TEXT }: Asked & { readonly max?: number },
): string | undefined {
  if (value.kind !== "scalar" || typeof value.value !== "string") {
    const hint = value.kind === "scalar" && value.value !== null ? "; put it in quotes" : "";
    return problems.add(value.at, `Expected text for ${name}${hint}`);
  }
  if (value.value.trim() === "") return problems.add(value.at, `Expected text for ${name}`);
  if (value.value.length > max) {
    return problems.add(value.at, `Expected at most ${max} characters for ${name}`);
  }
  return value.value;
}

function choiceOf<T extends string>(
  value: Value,
  { name, problems, values }: Asked & { readonly values: readonly T[] },
): T | undefined {
  const given = value.kind === "scalar" ? String(value.value) : undefined;
  const found = values.find((known) => known === given);
  if (found !== undefined) return found;
  const nearest = given === undefined ? "" : problems.suggest(given, values);
  return problems.add(value.at, `Expected one of ${values.join(", ")} for ${name}.${nearest}`);
}

export function itemsOf(value: Value, { name, problems }: Asked): ListValue["items"] {
  if (value.kind !== "list") {
    problems.add(value.at, `Expected a list for ${name}`);
    return [];
  }
  if (value.items.length > MAX_ITEMS) {
    problems.add(value.at, `Expected at most ${MAX_ITEMS} items for ${name}`);
    return [];
  }
  return value.items;
}

/** The fields of `value`, where it is a mapping. */
export function fieldsOf(
  value: Value,
  known: readonly string[],
  { name, problems }: Asked,
): Fields | undefined {
  if (value.kind === "map") return new Fields(value, known, problems);
  return problems.add(value.at, `Expected a mapping for ${name}`);
}
