// Fields of objects that hold folders, each with a separator at its end, so that what begins with one
// lies inside. Told from the small tree alone: every value that is put into the field has one.

import type { Expr, Module, Pattern, Stmt } from "./ir.ts";
import { notesOf } from "./notes.ts";

/** Names of fields that files which share their names write so, and in no other way. */
export function separatedFields(modules: readonly Module[]): ReadonlySet<string> {
  const fields = new Map<string, boolean>();
  // Somewhere a text ends with a separator, or no field does.
  if (!modules.some(({ body }) => notesOf(body).nodes.some(isHint))) return new Set();
  for (const { body } of modules) {
    for (const part of functionsIn(body)) {
      const locals = assignedIn(part);
      for (const { field, value } of writesIn(part)) {
        const isSeparated = value !== undefined && ends(value, {
          field,
          locals,
          busy: [],
          left: { steps: MAX_STEPS },
        });
        fields.set(field, isSeparated && fields.get(field) !== false);
      }
    }
  }
  return new Set([...fields].flatMap(([name, isSeparated]) => isSeparated ? [name] : []));
}

interface Holder {
  readonly value?: Expr;
  readonly args?: readonly { readonly value: Expr }[];
  readonly entries?: readonly { readonly value: Expr }[];
}

function isHint(node: object): boolean {
  const { value, args, entries } = node as Holder;
  if (value !== undefined && isSeparating(value)) return true;
  if (args?.some((arg) => isSeparating(arg.value))) return true;
  return entries?.some((entry) => isSeparating(entry.value)) === true;
}

function isSeparating(expr: Expr | undefined): boolean {
  return expr !== undefined && (isSeparator(expr) || endsShallow(expr));
}

function endsShallow(expr: Expr): boolean {
  switch (expr.e) {
    case "text":
      return isSeparator(expr.parts.at(-1));
    case "binary":
      return expr.op === "+" && isSeparator(expr.right);
    case "list":
      return expr.items.some(({ value }) => isSeparator(value) || endsShallow(value));
    case "each":
      return endsShallow(expr.value);
    case "call":
      return expr.args.some(({ value }) => isSeparator(value) || endsShallow(value));
    case "function": {
      const [only] = expr.func.body;
      return only?.s === "return" && only.value !== undefined && endsShallow(only.value);
    }
    default:
      return false;
  }
}

/** The outermost functions and methods, and what stands outside of them. */
function functionsIn(body: readonly Stmt[]): (readonly Stmt[])[] {
  return body.flatMap((statement): (readonly Stmt[])[] => {
    if (statement.s === "class") return statement.def.methods.map(({ func }) => func.body);
    return statement.s === "func" ? [statement.func.body] : [[statement]];
  });
}

type Assigned = ReadonlyMap<string, readonly (Expr | undefined)[]>;

/** By variable, what is assigned to it; `undefined` for what no single expression says. */
function assignedIn(part: readonly Stmt[]): Assigned {
  const all = new Map<string, (Expr | undefined)[]>();
  for (const { target, value } of assignmentsIn(part)) {
    for (const name of namesIn(target)) {
      const known = all.get(name);
      const whole = target.k === "name" ? value : undefined;
      if (known) known.push(whole);
      else all.set(name, [whole]);
    }
  }
  return all;
}

interface Assignment {
  readonly target: Pattern;
  /** Not where it is added to what was there. */
  readonly value: Expr | undefined;
}

function* assignmentsIn(part: readonly Stmt[]): Generator<Assignment> {
  for (const node of notesOf(part).nodes) {
    const { s, e, target, value, op } = node as Partial<
      { s: string; e: string; target: Pattern; value: Expr; op: string }
    >;
    if (target && (s === "assign" || e === "assign")) {
      yield { target, value: op === undefined ? value : undefined };
    }
  }
}

function namesIn(target: Pattern): string[] {
  if (target.k === "name") return [target.name];
  if (target.k === "list") return target.items.flatMap((item) => item ? namesIn(item.target) : []);
  return target.k === "record" ? target.entries.flatMap((entry) => namesIn(entry.target)) : [];
}

interface Write {
  readonly field: string;
  readonly value: Expr | undefined;
}

/** `x.field = v`, `x.field[i] = v`, `x.field.push(v)`, `Type{field: v}`. */
function* writesIn(part: readonly Stmt[]): Generator<Write> {
  for (const { target, value } of assignmentsIn(part)) {
    if (target.k !== "place") continue;
    const place = target.expr.e === "index" ? target.expr.object : target.expr;
    if (place.e === "member") yield { field: place.name, value };
  }
  for (const node of notesOf(part).nodes) {
    const expr = node as Expr;
    if (expr.e === "record" && expr.type !== undefined) {
      for (const { key, value } of expr.entries) if (key !== undefined) yield { field: key, value };
    }
    if (expr.e !== "call" || expr.callee.e !== "member" || !ADDERS.test(expr.callee.name)) continue;
    const { object } = expr.callee;
    const items = expr.args.map(({ value }) => ({ value }));
    const value: Expr = { e: "list", items, at: expr.at };
    if (object.e === "member") yield { field: object.name, value };
  }
}

const ADDERS = /^(?:push|unshift|append|add|extend|insert)$/;

interface Context {
  readonly field: string;
  readonly locals: Assigned;
  /** Variables that are being looked at. */
  readonly busy: readonly string[];
  /** Expressions that may still be looked at. */
  readonly left: { steps: number };
}

const MAX_STEPS = 2000;

/** A text with a separator at its end, or a list of such texts; nothing at all is one, too. */
function ends(expr: Expr, context: Context): boolean {
  if (context.left.steps-- <= 0) return false;
  switch (expr.e) {
    case "const":
      return expr.type === "null" || isSeparator(expr);
    case "text":
      return isSeparator(expr.parts.at(-1));
    case "binary":
      return expr.op === "+" && isSeparator(expr.right);
    case "list":
      return expr.items.every(({ value }) => ends(value, context));
    case "each":
    case "await":
      return ends(expr.value, context);
    case "choice":
      return ends(expr.then, context) && ends(expr.otherwise, context);
    case "name": {
      const { locals, busy } = context;
      if (busy.includes(expr.name)) return true;
      const values = busy.length < MAX_HOPS ? locals.get(expr.name) ?? [] : [];
      const inner = { ...context, busy: [...busy, expr.name] };
      return values.length > 0 && values.every((value) => value && ends(value, inner));
    }
    case "call":
      return callEnds(expr, context);
    default:
      return false;
  }
}

/** Variables that are made of one another. */
const MAX_HOPS = 8;

/** `append(list, text + sep)`, `list.map((text) => text + sep)`. */
function callEnds({ callee, args }: Expr & { readonly e: "call" }, context: Context): boolean {
  const [first, ...added] = args.map(({ value }) => value);
  if (!first) return false;
  if (callee.e === "name" && callee.name === "append") {
    const isItself = first.e === "member" && first.name === context.field;
    return (isItself || ends(first, context)) && added.every((each) => ends(each, context));
  }
  if (callee.e !== "member" || callee.name !== "map" || first.e !== "function") return false;
  const [only, second] = first.func.body;
  return only?.s === "return" && second === undefined && only.value !== undefined &&
    ends(only.value, context);
}

function isSeparator(expr: Expr | undefined): boolean {
  switch (expr?.e) {
    case "const":
      return expr.type === "text" && /[\\/]$/.test(expr.text);
    case "cast":
      return isSeparator(expr.value);
    case "name":
    case "member":
      return /^(?:sep|Separator)$/.test(expr.name);
    default:
      return false;
  }
}
