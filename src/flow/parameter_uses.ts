// How a function uses its parameters, as far as that asks what an argument is and not only where it
// comes from. Told from the small tree alone, once for each function that is asked about.

import { isToldServer } from "./entries.ts";
import type { Expr, Func, Stmt } from "./ir.ts";

export interface Uses {
  /** A member of it is read. */
  readonly members: ReadonlySet<string>;
  /** Something is looked up in it, or held against it: a list, a text, an expression. */
  readonly asked: ReadonlySet<string>;
  /** It decides between ways. */
  readonly deciding: ReadonlySet<string>;
  /** Something is done with it, other than to register handlers at it. */
  readonly used: ReadonlySet<string>;
}

const known = new WeakMap<Func, Uses>();

export function usesOf(func: Func): Uses {
  let uses = known.get(func);
  if (!uses) known.set(func, uses = gather(func));
  return uses;
}

const ASKING =
  /^(?:includes|has|contains|Contains|hasOwnProperty|test|exec|match|search|fullmatch|MatchString|some|every|find|startsWith|startswith|endsWith|endswith)$/;

/** Without recursion, as a sum may be nested as deep as it is long. */
function gather({ body }: Func): Uses {
  const uses = {
    members: new Set<string>(),
    asked: new Set<string>(),
    deciding: new Set<string>(),
    used: new Set<string>(),
  };
  const open: object[] = [body];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if ("e" in node) noteUse(node as Expr, uses);
    if ("s" in node) noteTest(node as Stmt, uses.deciding);
    for (const key in node) {
      if (key === "at" || key === "nameAt") continue;
      if (key === "callee" && isServer(node as Expr & { e: "call" })) continue;
      const inner = (node as Readonly<Record<string, unknown>>)[key];
      if (typeof inner === "object" && inner !== null) open.push(inner);
    }
  }
  return uses;
}

/** `server.tool(…)` */
function isServer({ callee }: Expr & { e: "call" }): boolean {
  return callee.e === "member" && callee.object.e === "name" && isToldServer(callee.name);
}

const EQUALITIES = new Set(["==", "===", "!=", "!==", "is", "is not"]);

function noteTest(statement: Stmt, deciding: Set<string>): void {
  if (statement.s === "if" || statement.s === "while" && statement.test) {
    noteName(statement.test!, deciding);
  }
}

function noteUse(
  expr: Expr,
  { members, asked, deciding, used }: {
    readonly members: Set<string>;
    readonly asked: Set<string>;
    readonly deciding: Set<string>;
    readonly used: Set<string>;
  },
): void {
  if (expr.e === "name") used.add(expr.name);
  else if (expr.e === "member") noteName(expr.object, members);
  else if (expr.e === "choice") noteName(expr.test, deciding);
  else if (expr.e === "unary" && expr.op === "not") noteName(expr.value, deciding);
  else if (expr.e === "logic") {
    noteName(expr.left, deciding);
    noteName(expr.right, deciding);
  } else if (expr.e === "binary") {
    if (EQUALITIES.has(expr.op)) noteName(expr.left, deciding);
    else if (/in$/.test(expr.op)) noteName(expr.right, asked);
  } else if (expr.e === "call") {
    const { callee, args } = expr;
    if (callee.e === "member" && ASKING.test(callee.name)) {
      noteName(callee.object, asked);
      if (args[0]) noteName(args[0].value, asked);
    }
  }
}

function noteName(expr: Expr, names: Set<string>): void {
  let at = expr;
  while (at.e === "member") at = at.object;
  if (at.e === "name") names.add(at.name);
}
