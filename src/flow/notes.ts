// One walk over a part of the small tree, kept: the nodes that say what is written where, and what
// each function calls methods of.

import type { Expr, Func, Stmt } from "./ir.ts";

export interface Notes {
  /** Assignments, calls of methods, records with a type, and functions; outer ones first. */
  readonly nodes: readonly object[];
  /** By function, the methods that its own text calls. */
  readonly methods: ReadonlyMap<Func, ReadonlySet<string>>;
}

const known = new WeakMap<object, Notes>();

export function notesOf(part: readonly Stmt[]): Notes {
  let notes = known.get(part);
  if (!notes) {
    const nodes: object[] = [];
    const methods = new Map<Func, Set<string>>();
    note(part, undefined, { nodes, methods });
    known.set(part, notes = { nodes, methods });
  }
  return notes;
}

interface Gathered {
  readonly nodes: object[];
  readonly methods: Map<Func, Set<string>>;
}

/** What tells such nodes from others. */
interface Noted {
  readonly e: string;
  readonly target: object;
  readonly type: string;
  readonly callee: Expr;
}

/** A lowering bounds how deep a tree is. */
function note(node: object, around: Func | undefined, gathered: Gathered): void {
  if (Array.isArray(node)) {
    for (const each of node) {
      if (typeof each === "object" && each !== null) note(each, around, gathered);
    }
    return;
  }
  const tree = node as Readonly<Record<string, unknown>>;
  const { e, target, type, callee } = node as Partial<Noted>;
  let func = around;
  if ("nameAt" in tree) {
    func = node as Func;
    gathered.nodes.push(node);
  } else if (target !== undefined || (e === "record" && type !== undefined)) {
    gathered.nodes.push(node);
  } else if (e === "call" && callee?.e === "member") {
    gathered.nodes.push(node);
    if (func) methodsOf(gathered, func).add(callee.name);
  }
  for (const key in tree) {
    if (key === "at" || key === "nameAt") continue;
    const inner = tree[key];
    if (typeof inner === "object" && inner !== null) note(inner, func, gathered);
  }
}

function methodsOf({ methods }: Gathered, func: Func): Set<string> {
  let names = methods.get(func);
  if (!names) methods.set(func, names = new Set());
  return names;
}
