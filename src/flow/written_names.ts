// Names that functions assign to without declaring them: variables of the module, or of a function
// around them.

import type { ClassDef, Module } from "./ir.ts";

/** One walk over the whole tree, whatever its nodes are; spans hold no names. */
export function writtenInFunctions({ body, language }: Module): ReadonlySet<string> {
  const names = new Set<string>();
  // Python's functions say so by `global`, which the small tree does not keep.
  if (language === "python") return names;
  const open: unknown[] = [body];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (typeof at !== "object" || at === null) continue;
    if (isWrite(at)) names.add(at.target.name);
    for (const key in at) {
      if (key === "at" || key === "nameAt") continue;
      const inner = (at as Record<string, unknown>)[key];
      if (typeof inner === "object" && inner !== null) open.push(inner);
    }
  }
  return names;
}

interface Write {
  readonly target: { readonly name: string };
}

function isWrite(node: object): node is Write {
  const { s, e, declares, target } = node as {
    s?: string;
    e?: string;
    declares?: boolean;
    target?: { k?: string };
  };
  return (s === "assign" || e === "assign") && declares !== true && target?.k === "name";
}

const fieldsOf = new WeakMap<ClassDef, ReadonlySet<string>>();

/** Fields of objects that methods assign to, other than the constructor. */
export function writtenFields(def: ClassDef): ReadonlySet<string> {
  let names = fieldsOf.get(def);
  if (!names) fieldsOf.set(def, names = assignedIn(def));
  return names;
}

function assignedIn({ methods }: ClassDef): ReadonlySet<string> {
  const names = new Set<string>();
  const open: unknown[] = methods.filter(({ kind, func }) =>
    kind !== "constructor" && func.name !== "__init__"
  ).map(({ func }) => func.body);
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (typeof at !== "object" || at === null) continue;
    const { target } = at as { target?: { k?: string; expr?: { e?: string; name?: string } } };
    if (target?.k === "place" && target.expr?.e === "member") names.add(target.expr.name!);
    for (const key in at) {
      if (key === "at" || key === "nameAt") continue;
      const inner = (at as Record<string, unknown>)[key];
      if (typeof inner === "object" && inner !== null) open.push(inner);
    }
  }
  return names;
}
