// What an expression may be, as far as flow asks: where it comes from, which constants it may be,
// what it holds, and what it can be called as. Immutable; every operation is bounded.

import type { FlowSource, Span } from "../core/mod.ts";
import { ALL_KINDS, type Kinds, NO_KINDS } from "./kinds.ts";
import type { ClassInfo, Closure } from "./program.ts";
import { joinSchemas, type Schema } from "./schemas.ts";

/** A place in one of the target's files. */
export interface Place {
  readonly file: string;
  readonly at: Span;
}

export interface Step extends Place {
  /** What happened there, for a reader: "joined into a text". */
  readonly words: string;
}

/** Steps from the last to the first. */
export interface Trail {
  readonly step: Step;
  readonly before: Trail | undefined;
  readonly length: number;
}

export type Origin =
  /** A parameter of the function with this number; `-1` is what a method is called on. */
  | {
    readonly from: "parameter";
    readonly function: number;
    readonly index: number;
    readonly path: readonly string[];
  }
  /** A field of a class or a variable of a module, written elsewhere. */
  | { readonly from: "cell"; readonly cell: string }
  | {
    readonly from: "source";
    readonly kind: SourceKind;
    readonly place: Place;
    readonly words: string;
  };

/** From what a model sends to what only a careless machine would change. */
export type SourceKind = Exclude<FlowSource, "parameter">;

export interface Taint {
  readonly origin: Origin;
  /** Kinds of sinks that it can no longer harm. */
  readonly safe: Kinds;
  readonly trail: Trail | undefined;
}

export type ValueType = "text" | "number" | "boolean";

export interface Value {
  readonly taints: readonly Taint[];
  /** All that it can be, where that is known. */
  readonly constants?: readonly string[];
  /** Of a text that is put together: its parts in order. */
  readonly parts?: readonly Value[];
  readonly fields?: ReadonlyMap<string, Value>;
  /** Any element of a list, any value of a map. */
  readonly element?: Value;
  /** Names out of libraries: `child_process.exec`, `pg.Client()`. */
  readonly refs?: readonly string[];
  readonly closures?: readonly Closure[];
  readonly instance?: ClassInfo;
  readonly type?: ValueType;
  /** A text, or texts of a list, that end with a separator of paths. */
  readonly endsWithSeparator?: true;
  /** A list that on some way holds `--`, at a place that is not known. */
  readonly dashed?: true;
  /** Whether it counts as true, where a condition has told. */
  readonly truth?: boolean;
  /** Where it is a schema: what it lets through. */
  readonly schema?: Schema;
  /** Taints of the name that it was looked up by. */
  readonly chosen?: readonly Taint[];
}

export const NOTHING: Value = { taints: [] };

const MAX_TAINTS = 8;
const MAX_CONSTANTS = 12;
const MAX_REFS = 4;
const MAX_CLOSURES = 64;
const MAX_FIELDS = 200;
const MAX_TRAIL = 24;
/** Levels of fields that are joined or mapped. */
const MAX_DEPTH = 4;
const MAX_PATH = 4;

export function constant(text: string, type?: ValueType): Value {
  return { taints: [], constants: [text], ...(type && { type }) };
}

export function reference(name: string): Value {
  return { taints: [], refs: [name] };
}

export function textOf(value: Value): string | undefined {
  return value.constants?.length === 1 ? value.constants[0] : undefined;
}

export function originKey(origin: Origin): string {
  switch (origin.from) {
    case "parameter":
      return `p${origin.function}.${origin.index}.${origin.path.join(".")}`;
    case "cell":
      return `c${origin.cell}`;
    case "source":
      return `s${origin.place.file}:${origin.place.at.start}:${origin.kind}`;
  }
}

/** Told without keys: the same origin, as safe. */
function holds(taints: readonly Taint[], { origin, safe }: Taint): boolean {
  return taints.some((known) => known.origin === origin && known.safe === safe);
}

/** Both may be: safe is only what both are safe for. */
export function joinTaints(a: readonly Taint[], b: readonly Taint[]): readonly Taint[] {
  if (a.length === 0 || a === b) return b;
  if (b.length === 0 || b.every((taint) => holds(a, taint))) return a;
  const byKey = new Map<string, Taint>();
  for (const taint of [...a, ...b]) {
    const key = originKey(taint.origin);
    const known = byKey.get(key);
    if (!known) {
      if (byKey.size < MAX_TAINTS) byKey.set(key, taint);
    } else if (known.safe !== taint.safe) {
      const less = (known.safe & taint.safe) === known.safe ? known : taint;
      byKey.set(key, { ...less, safe: known.safe & taint.safe });
    }
  }
  return [...byKey.values()];
}

export function join(a: Value, b: Value, depth = 0): Value {
  if (a === b) return a;
  if (a === NOTHING && b.constants === undefined) return b;
  if (b === NOTHING && a.constants === undefined) return a;
  const constants = union(a.constants, b.constants, MAX_CONSTANTS);
  const refs = gather(a.refs, b.refs, MAX_REFS);
  const closures = gather(a.closures, b.closures, MAX_CLOSURES);
  const element = joinOptional(a.element, b.element, depth);
  const fields = depth < MAX_DEPTH ? joinFields(a, b, depth) : undefined;
  const instance = a.instance ?? b.instance;
  const schema = a.schema && b.schema ? joinSchemas(a.schema, b.schema) : undefined;
  const parts = joinParts(a, b, depth);
  const chosen = a.chosen ?? b.chosen;
  return {
    taints: joinTaints(a.taints, b.taints),
    ...(chosen && { chosen }),
    ...(constants && { constants }),
    ...(parts && depth < MAX_DEPTH && { parts }),
    ...(refs && { refs }),
    ...(closures && { closures }),
    ...(element && depth < MAX_DEPTH && { element }),
    ...(fields && { fields }),
    ...(instance && { instance }),
    ...(schema && { schema }),
    ...(a.endsWithSeparator && b.endsWithSeparator && { endsWithSeparator: true }),
    ...(isDashed(a, b) && { dashed: true }),
    ...(a.truth !== undefined && a.truth === b.truth && { truth: a.truth }),
    ...(a.type !== undefined && a.type === b.type && { type: a.type }),
  };
}

/** Lists of which one holds `--` where the other does not. */
function isDashed(a: Value, b: Value): boolean {
  if (a.dashed || b.dashed) return true;
  if (!a.fields || !b.fields) return false;
  return [[a.fields, b.fields], [b.fields, a.fields]].some(([own, other]) =>
    [...own!].some(([name, field]) =>
      textOf(field) === "--" && textOf(other!.get(name) ?? NOTHING) !== "--"
    )
  );
}

/** Known where both begin alike, and where one of them is nobody's choice. */
function joinParts(a: Value, b: Value, depth: number): readonly Value[] | undefined {
  if (!a.parts || !b.parts) {
    const without = a.parts ? b : a;
    return without.taints.length === 0 && !without.element && !without.fields
      ? a.parts ?? b.parts
      : undefined;
  }
  if (a.parts.length === b.parts.length) {
    return a.parts.map((part, i) => join(part, b.parts![i]!, depth + 1));
  }
  const [short, long] = a.parts.length < b.parts.length ? [a.parts, b.parts] : [b.parts, a.parts];
  return short.every((part, i) => part === long[i]) ? long : undefined;
}

export function joinAll(values: readonly Value[]): Value {
  return values.reduce((all, value) => all === NOTHING ? value : join(all, value), NOTHING);
}

/** Known as a whole only where both are. */
function union(
  a: readonly string[] | undefined,
  b: readonly string[] | undefined,
  most: number,
): readonly string[] | undefined {
  if (!a || !b) return undefined;
  const all = [...new Set([...a, ...b])];
  return all.length <= most ? all : undefined;
}

function gather<T>(
  a: readonly T[] | undefined,
  b: readonly T[] | undefined,
  most: number,
): readonly T[] | undefined {
  if (!a || !b) return a ?? b;
  return [...new Set([...a, ...b])].slice(0, most);
}

function joinOptional(
  a: Value | undefined,
  b: Value | undefined,
  depth: number,
): Value | undefined {
  return a && b ? join(a, b, depth + 1) : a ?? b;
}

function joinFields(a: Value, b: Value, depth: number): Value["fields"] {
  if (!a.fields && !b.fields || a.fields === b.fields) return a.fields;
  const all = new Map<string, Value>();
  for (const [own, other] of [[a, b], [b, a]] as const) {
    for (const [name, field] of own.fields ?? []) {
      const known = other.fields?.get(name);
      if (all.has(name) || all.size >= MAX_FIELDS) continue;
      // What was sent has a member of that name too.
      if (known) all.set(name, join(field, known, depth + 1));
      else if (other.taints.length === 0) all.set(name, field);
      else all.set(name, join(field, memberOf({ ...other, refs: [] }, name), depth + 1));
    }
  }
  return all;
}

/** All taints that it holds anywhere, as a text made of it would. */
export function allTaints(value: Value, depth = 0): readonly Taint[] {
  let taints = value.taints;
  if (depth >= MAX_DEPTH) return taints;
  if (value.element) taints = joinTaints(taints, allTaints(value.element, depth + 1));
  for (const field of value.fields?.values() ?? []) {
    taints = joinTaints(taints, allTaints(field, depth + 1));
  }
  return taints;
}

export function isTainted(value: Value): boolean {
  return allTaints(value).length > 0;
}

export function withField(value: Value, name: string, field: Value): Value {
  const fields = new Map(value.fields);
  if (fields.size < MAX_FIELDS || fields.has(name)) fields.set(name, field);
  return { ...value, fields };
}

/** What `value.name` is. A parameter's own member keeps saying which member it is. */
export function memberOf(value: Value, name: string): Value {
  const known = value.fields?.get(name);
  if (known) return known;
  const taints = value.taints.map((taint) => memberTaint(taint, name));
  // The default of a library is the library.
  const refs = value.refs?.map((ref) => name === "default" ? ref : `${ref}.${name}`);
  const inElement = value.element && !value.fields ? value.element : undefined;
  const own: Value = { taints, ...(refs && { refs }) };
  return inElement && own.taints.length === 0 && !refs ? inElement : own;
}

function memberTaint(taint: Taint, name: string): Taint {
  const { origin } = taint;
  if (origin.from !== "parameter" || taint.trail || origin.path.length >= MAX_PATH) return taint;
  return { ...taint, origin: { ...origin, path: [...origin.path, name] } };
}

/** An element, whichever it is. */
export function elementOf(value: Value): Value {
  let all: Value | undefined = value.element;
  for (const field of value.fields?.values() ?? []) all = all ? join(all, field) : field;
  const own: Value = {
    taints: value.taints.map((taint) => memberTaint(taint, "*")),
    ...(value.refs && { refs: value.refs.map((ref) => `${ref}.*`) }),
    ...(value.endsWithSeparator && { endsWithSeparator: true }),
  };
  if (!all) return own;
  return own.taints.length === 0 ? all : join(all, own);
}

export function stepped(value: Value, step: Step): Value {
  return mapTaints(value, (taint) => ({ ...taint, trail: extend(taint.trail, step) }));
}

export function extend(before: Trail | undefined, step: Step): Trail {
  if (before && before.length >= MAX_TRAIL) return before;
  const same = before?.step;
  if (same?.file === step.file && same.at.start === step.at.start && same.words === step.words) {
    return before!;
  }
  return { step, before, length: (before?.length ?? 0) + 1 };
}

/** Steps from the first to the last. */
export function stepsOf(trail: Trail | undefined): Step[] {
  const steps: Step[] = [];
  for (let at = trail; at; at = at.before) steps.push(at.step);
  return steps.reverse();
}

export function concatTrails(first: Trail | undefined, then: Trail | undefined): Trail | undefined {
  if (!first) return then;
  return stepsOf(then).reduce<Trail>(extend, first);
}

/** Nothing in it carries a taint. */
function isPlain({ taints, parts, element, fields, chosen }: Value): boolean {
  return taints.length === 0 && !parts && !element && !fields && !chosen;
}

/** The value with every taint changed, those that it holds too. */
export function mapTaints(
  value: Value,
  change: (taint: Taint) => Taint | readonly Taint[] | undefined,
  depth = 0,
): Value {
  if (depth > MAX_DEPTH || isPlain(value)) return value;
  let taints: readonly Taint[] = [];
  for (const taint of value.taints) {
    const changed = change(taint);
    if (changed) taints = joinTaints(taints, "origin" in changed ? [changed] : changed);
  }
  const inner = (held: Value): Value => mapTaints(held, change, depth + 1);
  // A name of the caller's may be one of another function's.
  const { chosen: _, ...kept } = value;
  return {
    ...kept,
    taints,
    ...(value.parts && { parts: value.parts.map(inner) }),
    ...(value.element && { element: inner(value.element) }),
    ...(value.fields && {
      fields: new Map([...value.fields].map(([name, field]) => [name, inner(field)])),
    }),
  };
}

export function madeSafe(value: Value, kinds: Kinds): Value {
  if (kinds === NO_KINDS) return value;
  if (kinds === ALL_KINDS) return mapTaints(value, () => undefined);
  return mapTaints(value, (taint) => ({ ...taint, safe: taint.safe | kinds }));
}
