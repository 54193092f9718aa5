// Operators of Python. Chains stand nested to the left in the syntax tree, as deep as they are long;
// here they are taken in one go, and give a tree that is deep in no case.

import type { Span } from "../../core/mod.ts";
import type { NodeId } from "../../syntax/mod.ts";
import type { Expr } from "../ir.ts";
import { percentFormat } from "./_python_format.ts";
import {
  childrenOf,
  type ExpressionTable,
  lastOf,
  type Lowering,
  operand,
  partsOf,
  Uses,
} from "./_python_lowering.ts";
import { isText, joinedText } from "./_python_text.ts";

/** An operand with its place, parentheses included. */
interface Term {
  readonly expr: Expr;
  readonly at: Span;
}

interface Chain {
  readonly first: NodeId;
  readonly rest: readonly { readonly op: string; readonly right: NodeId }[];
}

/** A run of one operator up to this length keeps the shape it has in the file. */
const MAX_LEANING = 8;
/** Runs of different operators in one chain; each stands inside the next. */
const MAX_RUNS = 8;

const ASSOCIATIVE = new Set(["+", "*", "|", "&", "^", "and", "or"]);

function chainOf(low: Lowering, node: NodeId): Chain | undefined {
  const { tree } = low;
  const kind = tree.kind(node);
  const rest: { op: string; right: NodeId }[] = [];
  let at = node;
  while (tree.kind(at) === kind) {
    const left = tree.child(at, "left");
    const operator = tree.child(at, "operator");
    const right = tree.child(at, "right");
    if (left === undefined || operator === undefined || right === undefined) break;
    rest.push({ op: tree.textOf(operator), right });
    at = left;
  }
  return rest.length === 0 ? undefined : { first: at, rest: rest.reverse() };
}

function chained(low: Lowering, node: NodeId): Expr {
  const chain = chainOf(low, node);
  if (!chain) return partsOf(low, node);
  if (runsIn(chain) > MAX_RUNS) return sideBySide(low, chain);
  let run: Term[] = [termOf(low, chain.first)];
  let runOp = "";
  for (const { op, right } of chain.rest) {
    if (run.length > 1 && (op !== runOp || !ASSOCIATIVE.has(op))) run = [joinedRun(runOp, run)];
    runOp = op;
    run.push(termOf(low, right));
  }
  return joinedRun(runOp, run).expr;
}

function runsIn({ rest }: Chain): number {
  let runs = 0;
  let before = "";
  for (const { op } of rest) {
    if (op !== before || !ASSOCIATIVE.has(op)) runs++;
    before = op;
  }
  return runs;
}

/** Long sums of this and that are numbers, of which only the parts are of interest. */
function sideBySide(low: Lowering, { first, rest }: Chain): Expr {
  const terms = [first, ...rest.map(({ right }) => right)].map((term) => termOf(low, term));
  return { e: "other", parts: terms.map(({ expr }) => expr), at: around(terms) };
}

function termOf(low: Lowering, node: NodeId): Term {
  return { expr: low.expression(node), at: low.tree.span(node) };
}

function around(terms: readonly Term[]): Span {
  return { start: terms[0]!.at.start, end: lastOf(terms)!.at.end };
}

/** Operands of one operator as one. */
function joinedRun(op: string, terms: readonly Term[]): Term {
  const at = around(terms);
  if (op === "+" && terms.some(({ expr }) => isText(expr))) {
    return { expr: joinedText(terms.map(({ expr }) => expr), at), at };
  }
  if (op === "%") {
    const parts = percentFormat(terms[0]!.expr, terms[1]!.expr);
    if (parts) return { expr: { e: "text", parts, at }, at };
  }
  return folded(op, terms);
}

/** Leaning to the left, a long run in halves, so that nobody who walks the tree goes deep. */
function folded(op: string, terms: readonly Term[]): Term {
  if (terms.length <= MAX_LEANING) return terms.reduce((left, right) => pair(op, [left, right]));
  const middle = terms.length >> 1;
  return pair(op, [folded(op, terms.slice(0, middle)), folded(op, terms.slice(middle))]);
}

function pair(op: string, terms: readonly [Term, Term]): Term {
  const at = around(terms);
  const [{ expr: left }, { expr: right }] = terms;
  const expr: Expr = op === "and" || op === "or"
    ? { e: "logic", op, left, right, at }
    : { e: "binary", op, left, right, at };
  return { expr, at };
}

/** `a < b < c` is `a < b and b < c`. */
function comparison(low: Lowering, node: NodeId): Expr {
  const { tree } = low;
  const terms: Term[] = [];
  const operators: string[] = [];
  for (const child of childrenOf(low, node)) {
    // The kind of `not  in` has one space whatever the file has.
    if (tree.fieldOf(child) === "operators") operators.push(tree.kind(child));
    else terms.push(termOf(low, child));
  }
  const pairs: Term[] = [];
  const uses = new Uses();
  const used = ({ expr, at }: Term): Term => ({ expr: uses.of(expr), at });
  operators.forEach((op, i) => {
    const [left, right] = [terms[i], terms[i + 1]];
    if (!left || !right) return;
    const sides = [used(left), used(right)] as const;
    pairs.push(pair(op === "<>" ? "!=" : op, sides));
  });
  return pairs.length === 0 ? partsOf(low, node) : folded("and", pairs).expr;
}

function negation(low: Lowering, node: NodeId): Expr {
  const value = operand(low, { node, field: "argument" });
  return { e: "unary", op: "not", value, at: low.tree.span(node) };
}

function sign(low: Lowering, node: NodeId): Expr {
  const { tree } = low;
  const at = tree.span(node);
  const operator = tree.child(node, "operator");
  const op = operator === undefined ? "" : tree.textOf(operator);
  const value = operand(low, { node, field: "argument" });
  if (op === "-" && value.e === "const" && value.type === "number" && value.text[0] !== "-") {
    return { ...value, text: `-${value.text}`, at };
  }
  return { e: "unary", op, value, at };
}

export const OPERATORS: ExpressionTable = {
  binary_operator: chained,
  boolean_operator: chained,
  comparison_operator: comparison,
  not_operator: negation,
  unary_operator: sign,
};
