// What is written into places: members of objects and elements of lists. A variable of a module and a
// field of a class are cells: what one function writes there, another may read.

import { holdsFunctions } from "./held.ts";
import type { Call } from "./calls.ts";
import { noteHandler } from "./entries.ts";
import { evaluate } from "./expressions.ts";
import { type Frame, isOwn, placeKey } from "./frame.ts";
import { holderOf, setOutside } from "./assign.ts";
import type { ClassDef, Expr } from "./ir.ts";
import { kindsOf } from "./kinds.ts";
import type { ClassInfo, Closure, MemberWrite, Scope } from "./program.ts";
import type { Run } from "./run.ts";
import { allTaints, isTainted, join, madeSafe, memberOf, type Value, withField } from "./values.ts";
import { checkWrittenProperty } from "./written_properties.ts";

export function cellOf(scope: Scope, name: string): string {
  return `${scope.file}#${name}`;
}

export function writeCell(frame: Frame, cell: string, value: Value): void {
  for (const taint of allTaints(value)) {
    // An object that holds a secret is not the secret.
    const isHeld = taint.origin.from === "source" && taint.origin.kind === "secret" &&
      !value.taints.includes(taint);
    if (!isHeld) frame.write({ cell, taint });
  }
}

/** `a.b = v`, `a[i] = v`. */
export function setPlace(
  run: Run,
  frame: Frame,
  { place, value }: { place: Expr; value: Value },
): void {
  const key = placeKey(place);
  if (key && key.path.length > 0) {
    setMember(run, frame, { ...key, value });
    return;
  }
  if (place.e !== "index") return;
  if (place.index) evaluate(run, frame, place.index);
  checkWrittenProperty(run, frame, place);
  const inner = placeKey(place.object);
  if (!inner) return;
  const before = frame.lookUp(inner.name);
  if (!before) return;
  if (inner.path.at(-1) === "request_handlers") noteHandler(run, frame, value);
  noteGiven(frame, { ...inner, member: undefined, value });
  setIn(frame, { ...inner, change: (held) => withElement(held, value) });
  noteCells(frame, { name: inner.name, path: inner.path, value });
}

/** Parts of a URL behind its host: what is put there changes not where it leads. */
const URL_PARTS = new Set(["search", "pathname", "hash"]);
const HOST = kindsOf("url", "redirect");

function setMember(
  run: Run,
  frame: Frame,
  { name, path, value }: { name: string; path: readonly string[]; value: Value },
): void {
  const [last] = path.slice(-1);
  if (path.length === 2 && path[0] === "prototype") {
    return setMethod(run, frame, { name, last: last!, value });
  }
  const added = URL_PARTS.has(last!) ? madeSafe(value, HOST) : value;
  noteGiven(frame, { name, path: path.slice(0, -1), member: last, value: added });
  setIn(frame, {
    name,
    path: path.slice(0, -1),
    change: (held) => withField(held, last!, added),
  });
  noteCells(frame, { name, path, value });
  const owner = frame.lookUp(name)?.instance;
  if (owner && path.length === 1 && value.refs) {
    const cell = fieldCell(owner, path[0]!);
    run.fieldRefs.set(cell, new Set([...run.fieldRefs.get(cell) ?? [], ...value.refs]));
  }
}

/** `Runner.prototype.run = function …`: a method of what `new Runner()` makes. */
function setMethod(
  run: Run,
  frame: Frame,
  { name, last, value }: { readonly name: string; readonly last: string; readonly value: Value },
): void {
  const held = frame.lookUp(name);
  const [constructor, ...others] = held?.closures ?? [];
  const [method] = value.closures ?? [];
  if (!held || !constructor || others.length > 0 || !method) return;
  const info = held.instance ?? oldClass(run, { name, constructor });
  if (info.methods.size < MAX_METHODS) {
    info.methods.set(last, run.newClosure({ ...method, owner: info }));
  }
  if (!held.instance) setIn(frame, { name, path: [], change: () => ({ ...held, instance: info }) });
}

const MAX_METHODS = 500;

/** A class of the old kind, which is a function. */
function oldClass(
  run: Run,
  { name, constructor }: { readonly name: string; readonly constructor: Closure },
): ClassInfo {
  const { at } = constructor.func;
  const def: ClassDef = { name, bases: [], decorators: [], methods: [], fields: [], at };
  const info: ClassInfo = {
    name,
    def,
    file: constructor.file,
    methods: new Map(),
    statics: new Map(),
    bases: [],
  };
  info.methods.set("constructor", run.newClosure({ ...constructor, owner: info }));
  return info;
}

/** `Object.assign(this, options)`: members that are known, and fields that a class declares. */
export function assignMembers(run: Run, frame: Frame, { places, args }: Call): void {
  const [target, ...sources] = args;
  const key = places[0] && placeKey(places[0]);
  if (!key || !target || !frame.lookUp(key.name)) return;
  const declared = target.instance?.def.fields.flatMap(({ name, isStatic }) =>
    isStatic || name === "" ? [] : [name]
  );
  for (const source of sources) {
    const isOpen = source.taints.length > 0 || source.refs !== undefined;
    const names = new Set([...source.fields?.keys() ?? [], ...isOpen ? declared ?? [] : []]);
    for (const name of names) {
      const value = memberOf({ ...source, refs: [] }, name);
      setMember(run, frame, { name: key.name, path: [...key.path, name], value });
    }
  }
}

function withElement({ told: _, ...held }: Value, value: Value): Value {
  return { ...held, element: held.element ? join(held.element, value) : value };
}

/** What is put into an object that the function was given, whoever gave it finds there. */
export function noteGiven(
  frame: Frame,
  { name, path, member, value }: {
    readonly name: string;
    readonly path: readonly string[];
    readonly member: string | undefined;
    readonly value: Value;
  },
): void {
  frame.changed.add(name);
  const root = frame.lookUp(name);
  // Fields of a class are cells.
  if (!root || root.instance || !holdsFunctions(value) && !isTainted(value)) return;
  for (const { origin, trail } of root.taints) {
    if (trail || !isOwn(origin, frame) || origin.from !== "parameter") continue;
    frame.writeMember({ index: origin.index, path: [...origin.path, ...path], member, value });
  }
}

/** What a function has put into an object that it was given at this place, beside what it held. */
export function putInto(
  frame: Frame,
  { place, write: { path, member }, value }: {
    readonly place: Expr;
    readonly write: MemberWrite;
    readonly value: Value;
  },
): void {
  const key = placeKey(place);
  if (!key || !frame.lookUp(key.name)) return;
  const inner = { name: key.name, path: [...key.path, ...path] };
  noteGiven(frame, { ...inner, member, value });
  setIn(frame, {
    ...inner,
    change: (held) => {
      if (member === undefined) return withElement(held, value);
      const before = held.fields?.get(member) ??
        (held.taints.length > 0 ? memberOf(held, member) : undefined);
      return withField(held, member, before ? join(before, value) : value);
    },
  });
  noteCells(frame, { ...inner, value });
}

interface Change {
  readonly name: string;
  readonly path: readonly string[];
  readonly change: (held: Value) => Value;
}

/** Changes what stands at a path below a name. */
export function setIn(frame: Frame, { name, path, change }: Change): void {
  const root = frame.lookUp(name);
  if (!root) return;
  const changed = changeIn(root, path, change);
  if (frame.scope.vars.has(name)) frame.set(name, changed);
  else setOutside(frame, { holder: holderOf(frame.scope, name), name, value: changed });
}

function changeIn(
  value: Value,
  path: readonly string[],
  change: (held: Value) => Value,
): Value {
  const [name, ...rest] = path;
  if (name === undefined) return change(value);
  return withField(value, name, changeIn(memberOf(value, name), rest, change));
}

/** What is written into an object that others see. */
export function noteCells(
  frame: Frame,
  { name, path, value }: { name: string; path: readonly string[]; value: Value },
): void {
  const owner = frame.lookUp(name)?.instance;
  if (owner && path[0] !== undefined) {
    writeCell(frame, fieldCell(owner, path[0]), value);
    return;
  }
  const holder = holderOf(frame.scope, name);
  if (!holder.isModule || holder === frame.scope) return;
  writeCell(frame, cellOf(holder, name), value);
  const isGiven = value.taints.some(({ origin, trail }) => !trail && origin.from === "parameter");
  if (isGiven) frame.keep({ holder, name, value: { taints: value.taints } });
}

/** Levels of classes above one. */
const MAX_LEVELS = 8;

/** A field is that of the class at the top, for all that extend it. */
export function fieldCell(owner: ClassInfo, field: string): string {
  let top = owner;
  for (let level = 0; level < MAX_LEVELS; level++) {
    const base = top.bases.find(({ instance }) => instance)?.instance;
    if (!base) break;
    top = base;
  }
  return `${top.file}#${top.name}.${field}`;
}
