// What an expression may be, as far as flow asks: where it comes from, which constants it may be,
// what it holds, and what it can be called as. Immutable; every operation is bounded.

import { commonBase } from "./bases.ts";
import { ALL_KINDS, type Kinds, NO_KINDS } from "./kinds.ts";
import type { ClassInfo, Closure } from "./program.ts";
import { joinSchemas, type Schema } from "./schemas.ts";
import { extend, joinTaints, memberTaint, NO_TAINTS, type Step, type Taint } from "./taints.ts";

export {
  concatTrails,
  extend,
  joinTaints,
  NO_TAINTS,
  type Origin,
  originKey,
  type Place,
  type SourceKind,
  type Step,
  stepsOf,
  type Taint,
  type Trail,
} from "./taints.ts";

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
  /** A function's arguments that were given before. */
  readonly given?: Given;
  readonly told?: Told;
}

/** Where its field is this text, its members are these. */
export interface Told {
  readonly field: string;
  readonly text: string;
  readonly members: ReadonlyMap<string, Value>;
}

/** `functools.partial(f, x, name=y)` */
export interface Given {
  readonly args: readonly Value[];
  readonly keywords: ReadonlyMap<string, Value>;
}

export const NOTHING: Value = { taints: NO_TAINTS };

const MAX_CONSTANTS = 12;
const MAX_REFS = 4;
const MAX_CLOSURES = 64;
const MAX_FIELDS = 200;
/** Levels of fields that are joined or mapped. */
const MAX_DEPTH = 4;

export function constant(text: string, type?: ValueType): Value {
  return { taints: [], constants: [text], ...(type && { type }) };
}

export function reference(name: string): Value {
  return { taints: [], refs: [name] };
}

export function textOf(value: Value): string | undefined {
  return value.constants?.length === 1 ? value.constants[0] : undefined;
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
  const instance = a.instance && b.instance
    ? commonBase(a.instance, b.instance)
    : a.instance ?? b.instance;
  const schema = a.schema && b.schema ? joinSchemas(a.schema, b.schema) : undefined;
  const parts = joinParts(a, b, depth);
  const chosen = a.chosen ?? b.chosen;
  const joined: { -readonly [K in keyof Value]: Value[K] } = {
    taints: joinTaints(a.taints, b.taints),
  };
  if (chosen) joined.chosen = chosen;
  if (a.given && a.given === b.given) joined.given = a.given;
  if (a.told && b.told && depth < MAX_DEPTH) {
    const told = joinTold(a.told, b.told, depth);
    if (told) joined.told = told;
  }
  if (constants) joined.constants = constants;
  if (parts && depth < MAX_DEPTH) joined.parts = parts;
  if (refs) joined.refs = refs;
  if (closures) joined.closures = closures;
  if (element && depth < MAX_DEPTH) joined.element = element;
  if (fields) joined.fields = fields;
  if (instance) joined.instance = instance;
  if (schema) joined.schema = schema;
  if (a.endsWithSeparator && b.endsWithSeparator) joined.endsWithSeparator = true;
  if (isDashed(a, b)) joined.dashed = true;
  if (a.truth !== undefined && a.truth === b.truth) joined.truth = a.truth;
  if (a.type !== undefined && a.type === b.type) joined.type = a.type;
  return joined;
}

function joinTold(a: Told, b: Told, depth: number): Told | undefined {
  if (a === b) return a;
  if (a.field !== b.field || a.text !== b.text) return undefined;
  const members = new Map<string, Value>();
  for (const [name, member] of a.members) {
    const other = b.members.get(name);
    if (other) members.set(name, join(member, other, depth + 1));
  }
  return { ...a, members };
}

/** Lists of which one holds `--` where the other does not. */
function isDashed(a: Value, b: Value): boolean {
  if (a.dashed || b.dashed) return true;
  if (!a.fields || !b.fields) return false;
  return a.fields !== b.fields &&
    (hasOwnDash(a.fields, b.fields) || hasOwnDash(b.fields, a.fields));
}

function hasOwnDash(
  own: NonNullable<Value["fields"]>,
  other: NonNullable<Value["fields"]>,
): boolean {
  for (const [name, field] of own) {
    if (textOf(field) === "--" && textOf(other.get(name) ?? NOTHING) !== "--") return true;
  }
  return false;
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
  if (short.every((part, i) => part === long[i])) return long;
  let same = 0;
  while (same < short.length && textOf(short[same]!) === textOf(long[same]!)) same++;
  if (same === 0) return undefined;
  // Behind what they have in common, whatever either has.
  const rest = [...short.slice(same), ...long.slice(same)].flatMap((part) => allTaints(part));
  return [
    ...short.slice(0, same).map((part, i) => join(part, long[i]!, depth + 1)),
    { taints: rest.reduce<readonly Taint[]>((all, taint) => joinTaints(all, [taint]), []) },
  ];
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
  if (a === b || a.length === 1 && b.length === 1 && a[0] === b[0]) {
    return a.length <= most ? a : undefined;
  }
  const all = [...new Set([...a, ...b])];
  return all.length <= most ? all : undefined;
}

function gather<T>(
  a: readonly T[] | undefined,
  b: readonly T[] | undefined,
  most: number,
): readonly T[] | undefined {
  if (!a || !b) return a ?? b;
  if (a.length === 1 && b.length === 1 && a[0] === b[0]) return a;
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
  const { told, ...open } = value;
  const isTold = told && told.field !== name && !told.members.has(name);
  return { ...open, fields, ...(isTold && { told }) };
}

/** What `value.name` is. A parameter's own member keeps saying which member it is. */
export function memberOf(value: Value, name: string): Value {
  const known = value.fields?.get(name);
  if (known) return known;
  const { taints, refs, element } = value;
  if (taints.length === 0 && !refs) return element && !value.fields ? element : { taints: [] };
  const own = taints.map((taint) => memberTaint(taint, name));
  if (!refs) return { taints: own };
  // The default of a library is the library.
  return { taints: own, refs: refs.map((ref) => name === "default" ? ref : `${ref}.${name}`) };
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
  return mapTaints(value, ({ origin, safe, trail }) => ({
    origin,
    safe,
    trail: extend(trail, step),
  }));
}

/** Nothing in it carries a taint. */
function isPlain({ taints, parts, element, fields, chosen, given, told }: Value): boolean {
  return taints.length === 0 && !parts && !element && !fields && !chosen && !given && !told;
}

/** The value with every taint changed, those that it holds too. */
export function mapTaints(
  value: Value,
  change: (taint: Taint) => Taint | readonly Taint[] | undefined,
  depth = 0,
): Value {
  if (depth > MAX_DEPTH || isPlain(value)) return value;
  let taints: readonly Taint[] = NO_TAINTS;
  for (const taint of value.taints) {
    const changed = change(taint);
    if (changed) taints = joinTaints(taints, "origin" in changed ? [changed] : changed);
  }
  const { parts, element, fields, chosen } = value;
  // A name of the caller's may be one of another function's.
  const kept: { -readonly [K in keyof Value]: Value[K] } = { ...value, taints };
  if (chosen !== undefined) delete kept.chosen;
  if (parts) kept.parts = parts.map((held) => mapTaints(held, change, depth + 1));
  if (element) kept.element = mapTaints(element, change, depth + 1);
  if (fields) {
    const mapped = new Map<string, Value>();
    for (const [name, field] of fields) mapped.set(name, mapTaints(field, change, depth + 1));
    kept.fields = mapped;
  }
  const map = (held: Value): Value => mapTaints(held, change, depth + 1);
  const mapAll = (all: ReadonlyMap<string, Value>): Map<string, Value> =>
    new Map([...all].map(([name, held]) => [name, map(held)]));
  const { given, told } = value;
  if (given) kept.given = { args: given.args.map(map), keywords: mapAll(given.keywords) };
  if (told) kept.told = { ...told, members: mapAll(told.members) };
  return kept;
}

export function madeSafe(value: Value, kinds: Kinds): Value {
  if (kinds === NO_KINDS) return value;
  if (kinds === ALL_KINDS) return mapTaints(value, () => undefined);
  return mapTaints(value, (taint) => {
    const { origin, safe, trail } = taint;
    return (safe | kinds) === safe ? taint : { origin, safe: safe | kinds, trail };
  });
}
