// What functions write to outside of themselves: variables of the module, members of those, fields of
// objects. Told from the small tree alone, before anything is run.

import { notesOf } from "./notes.ts";
import type { ClassDef, Expr, Func, Module, Pattern } from "./ir.ts";

/** By variable, its members that are written to: `*` is any, `=` the variable itself. */
export type Writes = ReadonlyMap<string, ReadonlySet<string>>;

const ADDERS =
  /^(?:push|append|add|unshift|insert|extend|set|put|put_nowait|appendleft|update|setdefault)$/;

/** What the functions of files that share their names write without declaring it. */
export function writtenInFunctions(modules: readonly Module[]): Writes {
  const writes = new Map<string, Set<string>>();
  const note = (name: string, member: string): void => {
    const known = writes.get(name);
    if (known) known.add(member);
    else writes.set(name, new Set([member]));
  };
  const isPython = modules.some(({ language }) => language === "python");
  for (const node of modules.flatMap((module) => notesOf(module.body).nodes)) {
    const { outer } = node as Partial<Func>;
    // Python's functions say which names are not their own.
    if (Array.isArray(outer)) { for (const name of outer) note(name, "="); }
    const added = addedTo(node);
    if (added) notePlace(added, note, "*");
    const { s, e, op, declares, target } = node as Partial<Assignment>;
    if (!target || declares === true || (s !== "assign" && e !== "assign")) continue;
    if (target.k === "place") notePlace(target.expr, note, op === "<-" ? "*" : undefined);
    else if (target.k === "name" && !isPython) note(target.name, "=");
  }
  return writes;
}

interface Assignment {
  readonly s: string;
  readonly e: string;
  readonly op?: string;
  readonly declares: boolean;
  readonly target: Pattern;
}

/** `list` of `list.push(x)`. */
function addedTo(node: object): Expr | undefined {
  const { e, callee } = node as { e?: string; callee?: Expr };
  return e === "call" && callee?.e === "member" && ADDERS.test(callee.name)
    ? callee.object
    : undefined;
}

/** The variable that a place begins with, and the first member on the way. */
function notePlace(
  expr: Expr,
  note: (name: string, member: string) => void,
  last?: string,
): void {
  let at = expr;
  let member = last;
  while (at.e === "member" || at.e === "index") {
    member = at.e === "member" ? at.name : "*";
    at = at.object;
  }
  if (at.e === "name" && member !== undefined) note(at.name, member);
}

const fieldsOf = new WeakMap<ClassDef, ReadonlySet<string>>();

/** Fields of objects that methods assign to; of the constructor, those that have a value before. */
export function writtenFields(def: ClassDef): ReadonlySet<string> {
  let names = fieldsOf.get(def);
  if (!names) fieldsOf.set(def, names = assignedIn(def));
  return names;
}

function assignedIn({ methods, fields }: ClassDef): ReadonlySet<string> {
  const names = new Set<string>();
  const valued = new Set(fields.flatMap(({ name, value }) => value ? [name] : []));
  for (const { kind, func } of methods) {
    const isConstructor = kind === "constructor" || func.name === "__init__";
    if (isConstructor && valued.size === 0) continue;
    const note = (name: string): void => {
      if (!isConstructor || valued.has(name)) names.add(name);
    };
    for (const node of notesOf(func.body).nodes) {
      const { target } = node as Partial<Assignment>;
      if (target?.k === "place" && target.expr.e === "member") note(target.expr.name);
      const added = addedTo(node);
      if (added?.e === "member") note(added.name);
      if (assignsAll(node)) valued.forEach(note);
    }
  }
  return names;
}

/** `Object.assign(this, options)` */
function assignsAll(node: object): boolean {
  const { e, callee, args } = node as Partial<Expr & { readonly e: "call" }>;
  const first = args?.[0]?.value;
  return e === "call" && callee?.e === "member" && callee.name === "assign" &&
    callee.object.e === "name" && callee.object.name === "Object" &&
    first?.e === "name" && first.name === "this";
}
