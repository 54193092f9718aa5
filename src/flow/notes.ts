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
    gather(part, { nodes, methods });
    known.set(part, notes = { nodes, methods });
  }
  return notes;
}

/** What tells such nodes from others. */
interface Noted {
  readonly e: string;
  readonly target: object;
  readonly type: string;
  readonly callee: Expr;
}

/** Without recursion, as a sum may be nested as deep as it is long. */
function gather(part: readonly Stmt[], { nodes, methods }: Gathered): void {
  const open: object[] = [part];
  const around: (Func | undefined)[] = [undefined];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    let func = around.pop();
    if (Array.isArray(node)) {
      for (const each of node) {
        if (!holdsMore(each)) continue;
        open.push(each);
        around.push(func);
      }
      continue;
    }
    const { e } = node as Partial<Noted>;
    if (e === undefined) {
      if ("nameAt" in node) {
        func = node as Func;
        nodes.push(node);
      } else if ((node as Partial<Noted>).target !== undefined) nodes.push(node);
    } else if (e === "call") {
      const { callee } = node as Noted;
      if (callee.e === "member") {
        nodes.push(node);
        if (func) methodsOf(methods, func).add(callee.name);
      }
    } else if (e === "assign" || e === "record" && (node as Partial<Noted>).type !== undefined) {
      nodes.push(node);
    }
    for (const key in node) {
      if (key === "at" || key === "nameAt") continue;
      const inner = (node as Readonly<Record<string, unknown>>)[key];
      if (!holdsMore(inner)) continue;
      open.push(inner);
      around.push(func);
    }
  }
}

/** Half of all nodes are names and constants, in which nothing is noted. */
function holdsMore(inner: unknown): inner is object {
  if (typeof inner !== "object" || inner === null) return false;
  if (Array.isArray(inner)) return inner.length > 0;
  const { e, k } = inner as { readonly e?: string; readonly k?: string };
  return e !== "name" && e !== "const" && k !== "name";
}

interface Gathered {
  readonly nodes: object[];
  readonly methods: Map<Func, Set<string>>;
}

function methodsOf(methods: Gathered["methods"], func: Func): Set<string> {
  let names = methods.get(func);
  if (!names) methods.set(func, names = new Set());
  return names;
}
