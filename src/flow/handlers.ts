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
  /** By the constant that something is compared with, what is done there alone. */
  readonly cases: ReadonlyMap<string, HandlerCase>;
}

export interface HandlerCase {
  /** What is compared, as written: `name`, `request.params.name`. */
  readonly subject: string;
  readonly at: Span;
  readonly uses: readonly Use[];
}

export function handlersOf(run: Run): Handler[] {
  const found = new Map<string, Handler>();
  for (const entry of run.entries) {
    if (run.isToldBetter(entry)) continue;
    const { closure: { id, func, file }, kind, name } = entry;
    const { nameAt: at, at: span } = func;
    const key = `${file}:${span.start} ${name}`;
    const own = run.summaries.get(id)?.uses ?? [];
    const uses = [...new Set([...found.get(key)?.uses ?? [], ...own])];
    found.set(key, { kind, name, file, at, span, uses, cases: casesOf(func.body, uses) });
  }
  return [...found.values()];
}

/** Statements that are looked through for the name of a tool. */
const MAX_STATEMENTS = 20_000;

interface Compared {
  readonly subject: string;
  readonly text: string;
  readonly at: Span;
}

function casesOf(body: readonly Stmt[], uses: readonly Use[]): ReadonlyMap<string, HandlerCase> {
  const found = new Map<string, HandlerCase>();
  const note = (all: readonly Compared[], part: readonly Stmt[]): void => {
    const [first, last] = [part[0], part.at(-1)];
    if (!first || !last) return;
    const own = uses.filter(({ via }) => via.start >= first.at.start && via.end <= last.at.end);
    for (const { subject, text, at } of all) {
      const known = found.get(text);
      found.set(text, { subject, at, ...known, uses: [...known?.uses ?? [], ...own] });
    }
  };
  const open: Stmt[] = [...body];
  for (let count = 0; open.length > 0 && count < MAX_STATEMENTS; count++) {
    const statement = open.pop()!;
    switch (statement.s) {
      case "if":
        note(comparedIn(statement.test), statement.then);
        open.push(...statement.then, ...statement.otherwise);
        break;
      case "switch": {
        const { subject } = statement;
        for (const { tests, body: part } of statement.cases) {
          const all = subject
            ? tests.flatMap((test) => compared(subject, test))
            : tests.flatMap(comparedIn);
          note(all, part);
          open.push(...part);
        }
        break;
      }
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

/** The constants that a condition holds something to. */
function comparedIn(test: Expr): readonly Compared[] {
  if (test.e === "logic" && test.op === "or") {
    const [left, right] = [comparedIn(test.left), comparedIn(test.right)];
    return left.length > 0 && right.length > 0 ? [...left, ...right] : [];
  }
  if (test.e !== "binary") return [];
  if (/^(?:===?|is)$/.test(test.op)) {
    return [...compared(test.left, test.right), ...compared(test.right, test.left)];
  }
  if (test.op === "in" && test.right.e === "list") {
    return test.right.items.flatMap(({ value }) => compared(test.left, value));
  }
  return [];
}

function compared(subject: Expr, value: Expr): readonly Compared[] {
  const isText = value.e === "const" && value.type === "text";
  return isText ? [{ subject: written(subject), text: value.text, at: value.at }] : [];
}

/** Members that are written out. */
const MAX_MEMBERS = 6;

function written(expr: Expr): string {
  const parts: string[] = [];
  let at = expr;
  while (at.e === "member" && parts.length < MAX_MEMBERS) {
    parts.unshift(at.name);
    at = at.object;
  }
  return at.e === "name" ? [at.name, ...parts].join(".") : "";
}
