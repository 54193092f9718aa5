// `if`, `while`, `for` and `try` of Python.

import type { NodeId } from "../../syntax/mod.ts";
import type { Case, Handler, Pattern, Stmt } from "../ir.ts";
import {
  blockOf,
  childrenIn,
  childrenOf,
  type Lowering,
  operand,
  type StatementTable,
} from "./_python_lowering.ts";
import { targetOf } from "./_python_targets.ts";

type Statements = readonly Stmt[];

/** More branches than this are a `switch` over conditions: each of them nested would go deep. */
const MAX_NESTED_BRANCHES = 24;

function conditional(low: Lowering, node: NodeId): Statements {
  const clauses = [node, ...childrenIn(low, { node, field: "alternative" })];
  if (clauses.length <= MAX_NESTED_BRANCHES) return nestedBranches(low, clauses);
  const cases = clauses.map((clause) => branchCase(low, clause));
  return [{ s: "switch", subject: undefined, cases, at: low.tree.span(node) }];
}

function nestedBranches(low: Lowering, clauses: readonly NodeId[]): Statements {
  const { tree } = low;
  const [clause, ...rest] = clauses;
  if (clause === undefined) return [];
  if (tree.kind(clause) === "else_clause") return blockOf(low, clause);
  return low.bounded<Statements>(() => [{
    s: "if",
    test: operand(low, { node: clause, field: "condition" }),
    then: blockOf(low, tree.child(clause, "consequence")),
    otherwise: nestedBranches(low, rest),
    at: tree.span(clause),
  }], () => []);
}

function branchCase(low: Lowering, clause: NodeId): Case {
  const { tree } = low;
  if (tree.kind(clause) === "else_clause") {
    return { tests: [], isDefault: true, body: blockOf(low, clause) };
  }
  const test = operand(low, { node: clause, field: "condition" });
  return { tests: [test], isDefault: false, body: blockOf(low, tree.child(clause, "consequence")) };
}

/** What stands behind `else` runs once the loop is done. */
function whileLoop(low: Lowering, node: NodeId): Statements {
  const { tree } = low;
  const loop: Stmt = {
    s: "while",
    test: operand(low, { node, field: "condition" }),
    body: blockOf(low, tree.child(node, "body")),
    at: tree.span(node),
  };
  return [loop, ...blockOf(low, tree.child(node, "alternative"))];
}

function forLoop(low: Lowering, node: NodeId): Statements {
  const { tree } = low;
  const at = tree.span(node);
  const left = tree.child(node, "left");
  const target: Pattern = left === undefined ? { k: "none", at } : targetOf(low, left);
  return [{
    s: "for",
    target,
    iterable: operand(low, { node, field: "right" }),
    body: blockOf(low, tree.child(node, "body")),
    otherwise: blockOf(low, tree.child(node, "alternative")),
    at,
  }];
}

function attempt(low: Lowering, node: NodeId): Statements {
  const { tree } = low;
  const handlers: Handler[] = [];
  let otherwise: Statements = [];
  let last: Statements = [];
  for (const clause of childrenOf(low, node)) {
    const kind = tree.kind(clause);
    if (kind === "except_clause") handlers.push(handlerOf(low, clause));
    if (kind === "else_clause") otherwise = blockOf(low, clause);
    if (kind === "finally_clause") last = blockOf(low, clause);
  }
  const body = blockOf(low, tree.child(node, "body"));
  return [{ s: "try", body, handlers, otherwise, finally: last, at: tree.span(node) }];
}

function handlerOf(low: Lowering, clause: NodeId): Handler {
  const { tree } = low;
  const block = tree.firstChild(clause, "block");
  const body = block === undefined ? [] : blockOf(low, block);
  const values = childrenIn(low, { node: clause, field: "value" });
  const alias = values[0] === undefined ? undefined : tree.child(values[0], "alias");
  const name = alias ?? oldAlias(low, values);
  return { ...(name === undefined ? {} : { target: targetOf(low, name) }), body };
}

/** `except ValueError, error:` of Python 2; since Python 3.14 the second may be another class. */
function oldAlias({ tree }: Lowering, values: readonly NodeId[]): NodeId | undefined {
  const second = values[1];
  if (second === undefined || values.length > 2) return undefined;
  return /^[a-z_]\w*$/.test(tree.textOf(second)) ? second : undefined;
}

export const BRANCHES: StatementTable = {
  if_statement: conditional,
  while_statement: whileLoop,
  for_statement: forLoop,
  try_statement: attempt,
};
