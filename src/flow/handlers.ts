// What each handler does outside of the program; of one that serves many tools, each tool's part.

import type { Span } from "../core/mod.ts";
import type { Expr, Stmt } from "./ir.ts";
import type { Entry, Use } from "./program.ts";
import type { Run } from "./run.ts";

export interface Handler {
  readonly kind: Entry["kind"];
  /** What it is registered as, or its own name. */
  readonly name: string;
  readonly file: string;
  /** Of its name, or its head. */
  readonly at: Span;
  /** Of the whole function. */
  readonly span: Span;
  readonly uses: readonly Use[];
  /** By the constant that a name is compared with, what is done there alone. */
  readonly cases: ReadonlyMap<string, readonly Use[]>;
}

export function handlersOf(run: Run): Handler[] {
  return run.entries.map(({ closure: { id, func, file }, kind, name }) => {
    const uses = run.summaries.get(id)?.uses ?? [];
    const { nameAt: at, at: span } = func;
    const cases = uses.length > 0 ? casesOf(func.body, uses) : new Map();
    return { kind, name, file, at, span, uses, cases };
  });
}

/** Statements that are looked through for the name of a tool. */
const MAX_STATEMENTS = 20_000;

/** Tools without any use are in it too, so that they are known to do nothing. */
function casesOf(body: readonly Stmt[], uses: readonly Use[]): ReadonlyMap<string, readonly Use[]> {
  const found = new Map<string, Use[]>();
  const note = (names: readonly string[], part: readonly Stmt[]): void => {
    const [first, last] = [part[0], part.at(-1)];
    if (!first || !last) return;
    const own = uses.filter(({ via }) => via.start >= first.at.start && via.end <= last.at.end);
    for (const name of names) found.set(name, [...found.get(name) ?? [], ...own]);
  };
  const open: Stmt[] = [...body];
  for (let count = 0; open.length > 0 && count < MAX_STATEMENTS; count++) {
    const statement = open.pop()!;
    switch (statement.s) {
      case "if":
        note(comparedWith(statement.test), statement.then);
        open.push(...statement.then, ...statement.otherwise);
        break;
      case "switch":
        for (const { tests, body: part } of statement.cases) {
          note(statement.subject ? tests.flatMap(texts) : tests.flatMap(comparedWith), part);
          open.push(...part);
        }
        break;
      case "try":
        open.push(...statement.body, ...statement.otherwise, ...statement.finally);
        break;
      case "block":
        open.push(...statement.body);
        break;
    }
  }
  return found;
}

/** The constants that a condition holds a value to. */
function comparedWith(test: Expr): readonly string[] {
  if (test.e === "logic" && test.op === "or") {
    const [left, right] = [comparedWith(test.left), comparedWith(test.right)];
    return left.length > 0 && right.length > 0 ? [...left, ...right] : [];
  }
  if (test.e !== "binary") return [];
  if (/^(?:===?|is)$/.test(test.op)) return [...texts(test.left), ...texts(test.right)];
  if (test.op === "in" && test.right.e === "list") {
    return test.right.items.flatMap(({ value }) => texts(value));
  }
  return [];
}

function texts(expr: Expr): readonly string[] {
  return expr.e === "const" && expr.type === "text" ? [expr.text] : [];
}
