// `"…{}…".format(…)` and `"…%s…" % …` with a constant format: the parts of the text in order.

import type { Arg, Expr } from "../ir.ts";
import { append, Uses } from "./_python_lowering.ts";
import { constantTextOf, textConstant } from "./_python_text.ts";

type Parts = readonly Expr[];

/** The parts of `format % values`; `undefined` where the format is not constant or does not fit. */
export function percentFormat(format: Expr, values: Expr): Parts | undefined {
  const text = constantTextOf(format);
  if (text === undefined) return undefined;
  const directives = directivesOf(text);
  if (!directives) return undefined;
  const wanted = directives.reduce(
    (count, { stars, key, inserts }) => count + stars + (inserts && key === undefined ? 1 : 0),
    0,
  );
  const take = positionalTaker(values, wanted);
  const named = namedTaker(values);
  const parts = new PartsBuilder(format);
  let plain = 0;
  for (const { start, end, key, stars, inserts } of directives) {
    parts.text(text.slice(plain, start));
    plain = end;
    if (!inserts) parts.text("%");
    for (let star = 0; star < stars; star++) parts.value(take());
    if (inserts) parts.value(key === undefined ? take() : named(key));
  }
  parts.text(text.slice(plain));
  return parts.finished();
}

interface Directive {
  readonly start: number;
  readonly end: number;
  readonly key: string | undefined;
  /** Width and precision taken from the values. */
  readonly stars: number;
  /** False for `%%`. */
  readonly inserts: boolean;
}

const DIRECTIVE = /%(?:\(([^)]*)\))?[-#+ ]*([\d*]*)(?:\.([\d*]*))?[hlL]?([%A-Za-z])?/y;

function directivesOf(text: string): readonly Directive[] | undefined {
  const directives: Directive[] = [];
  for (let start = text.indexOf("%"); start >= 0;) {
    DIRECTIVE.lastIndex = start;
    const match = DIRECTIVE.exec(text);
    const conversion = match?.[4];
    if (!match || conversion === undefined) return undefined;
    const stars = `${match[2] ?? ""}${match[3] ?? ""}`.split("*").length - 1;
    const end = start + match[0].length;
    directives.push({ start, end, key: match[1], stars, inserts: conversion !== "%" });
    start = text.indexOf("%", end);
  }
  return directives;
}

/** Gives one value after the other: of a tuple, or, where only one is asked for, the value itself. */
function positionalTaker(values: Expr, wanted: number): () => Expr | undefined {
  let next = 0;
  // A list in brackets is one value; the small tree does not tell it from a tuple.
  const isOne = values.e !== "list" || values.items.length !== 1;
  if (wanted <= 1 && isOne) return () => values;
  const uses = new Uses();
  if (values.e !== "list") return () => element(uses.of(values), next++);
  let rest: Expr | undefined;
  return () => {
    const item = rest ? undefined : values.items[next++];
    if (item?.spread) rest = item.value;
    return rest ? element(uses.of(rest)) : item?.value;
  };
}

function namedTaker(values: Expr): (key: string) => Expr {
  const entries = new Map<string, Expr>();
  if (values.e === "record") {
    for (const { key, value } of values.entries) if (key !== undefined) entries.set(key, value);
  }
  const uses = new Uses();
  return (name) => {
    const value = uses.of(entries.get(name) ?? values);
    return entries.has(name) ? value : { e: "member", object: value, name, at: values.at };
  };
}

function element(object: Expr, index?: number): Expr {
  const { at } = object;
  if (index === undefined) return { e: "index", object, at };
  return { e: "index", object, index: { e: "const", type: "number", text: `${index}`, at }, at };
}

/** The parts of `format.format(…args)`; `undefined` as above. */
export function bracesFormat(format: Expr, args: readonly Arg[]): Parts | undefined {
  const text = constantTextOf(format);
  if (text === undefined) return undefined;
  const parts = new PartsBuilder(format);
  const values = new FormatValues(args);
  for (let at = 0; at < text.length;) {
    const brace = nextBrace(text, at);
    parts.text(text.slice(at, brace));
    if (brace === text.length) break;
    if (text[brace + 1] === text[brace]) {
      parts.text(text[brace]!);
      at = brace + 2;
      continue;
    }
    const end = text[brace] === "{" ? fieldEnd(text, brace) : undefined;
    if (end === undefined) return undefined;
    for (const name of namesIn(text.slice(brace + 1, end - 1))) parts.value(values.of(name));
    at = end;
  }
  return parts.finished();
}

function nextBrace(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== "{" && text[at] !== "}") at++;
  return at;
}

/** One past the brace that closes the one at `open`. */
function fieldEnd(text: string, open: number): number | undefined {
  let depth = 0;
  for (let at = open; at < text.length; at = nextBrace(text, at + 1)) {
    depth += text[at] === "{" ? 1 : -1;
    if (depth === 0) return at + 1;
  }
  return undefined;
}

/** The names of a field and of those inside its format: `c!r:>{d}` has `c` and `d`. */
function namesIn(field: string): readonly string[] {
  return field.split("{").map((part) => /^[^!:}]*/.exec(part)![0].trim());
}

/** Members of members beyond this are no program, and would nest as deep as they are many. */
const MAX_ACCESSORS = 8;

class FormatValues {
  readonly #positional: Expr[] = [];
  readonly #named = new Map<string, Expr>();
  #rest: Expr | undefined;
  #keywords: Expr | undefined;
  #next = 0;
  readonly #uses = new Uses();

  constructor(args: readonly Arg[]) {
    for (const { value, name, spread } of args) {
      if (spread === "positional") this.#rest ??= value;
      else if (spread === "keywords") this.#keywords ??= value;
      else if (name !== undefined) this.#named.set(name, value);
      else if (!this.#rest) this.#positional.push(value);
    }
  }

  /** What a field such as `0[a].b` stands for. */
  of(field: string): Expr | undefined {
    const head = /^[^.[]*/.exec(field)![0];
    let value = this.#argument(head);
    const accessors = [...field.slice(head.length).matchAll(/[^.[\]]+/g)];
    for (const [name] of accessors.slice(0, MAX_ACCESSORS)) {
      if (value) value = { e: "member", object: value, name, at: value.at };
    }
    return value;
  }

  #argument(head: string): Expr | undefined {
    if (head === "" || /^\d+$/.test(head)) {
      const index = head === "" ? this.#next++ : Number(head);
      const value = this.#positional[index];
      if (value) return this.#uses.of(value);
      return this.#rest && element(this.#uses.of(this.#rest));
    }
    const value = this.#named.get(head) ?? this.#keywords;
    if (!value || this.#named.has(head)) return value && this.#uses.of(value);
    return { e: "member", object: this.#uses.of(value), name: head, at: value.at };
  }
}

/** Parts of a text, adjacent constants as one; nothing once a value was missing. */
class PartsBuilder {
  readonly #format: Expr;
  readonly #parts: Expr[] = [];
  #text = "";
  #complete = true;

  constructor(format: Expr) {
    this.#format = format;
  }

  text(text: string): void {
    this.#text += text;
  }

  value(value: Expr | undefined): void {
    if (!value) this.#complete = false;
    if (!value || !this.#complete) return;
    this.#flush();
    if (value.e === "text") append(this.#parts, value.parts);
    else this.#parts.push(value);
  }

  finished(): Parts | undefined {
    this.#flush();
    return this.#complete ? this.#parts : undefined;
  }

  #flush(): void {
    if (this.#text !== "") this.#parts.push(textConstant(this.#text, this.#format.at));
    this.#text = "";
  }
}
