// How a function uses its parameters, as far as that asks what an argument is and not only where it
// comes from. Told from the small tree alone, once for each function that is asked about.

import type { Expr, Func } from "./ir.ts";
import { holdsMore } from "./notes.ts";

export interface Uses {
  /** A member of it is read. */
  readonly members: ReadonlySet<string>;
  /** Something is looked up in it, or held against it: a list, a text, an expression. */
  readonly asked: ReadonlySet<string>;
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
  const uses = { members: new Set<string>(), asked: new Set<string>() };
  const open: object[] = [body];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if ("e" in node) noteUse(node as Expr, uses);
    for (const key in node) {
      if (key === "at" || key === "nameAt") continue;
      const inner = (node as Readonly<Record<string, unknown>>)[key];
      if (holdsMore(inner)) open.push(inner);
    }
  }
  return uses;
}

function noteUse(
  expr: Expr,
  { members, asked }: { readonly members: Set<string>; readonly asked: Set<string> },
): void {
  if (expr.e === "member") noteName(expr.object, members);
  else if (expr.e === "binary" && /in$/.test(expr.op)) noteName(expr.right, asked);
  else if (expr.e === "call") {
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
