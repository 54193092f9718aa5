// Statements where ways part: `if`, `switch`, `try`.

import type { NodeId } from "../../syntax/mod.ts";
import type { Case, Expr, Handler, Stmt } from "../ir.ts";
import {
  bodyOf,
  childrenIn,
  childrenOf,
  operand,
  type Script,
  spend,
  statementsOf,
  type StatementTable,
} from "./_script_context.ts";
import { patternOf } from "./_script_patterns.ts";

/** `else if` nests to the right, as long as it likes, and is made from its end. */
function conditional(script: Script, node: NodeId): readonly Stmt[] {
  const { tree } = script;
  const ifs: NodeId[] = [];
  let at: NodeId | undefined = node;
  while (at !== undefined && tree.kind(at) === "if_statement") {
    ifs.push(at);
    const clause = tree.child(at, "alternative");
    at = clause === undefined ? undefined : tree.firstChild(clause);
  }
  let otherwise = bodyOf(script, at);
  for (const each of ifs.reverse()) {
    if (!spend(script)) break;
    otherwise = [{
      s: "if",
      test: operand(script, { node: each, field: "condition" }),
      then: bodyOf(script, tree.child(each, "consequence")),
      otherwise,
      at: tree.span(each),
    }];
  }
  return otherwise;
}

function switchStatement(script: Script, node: NodeId): readonly Stmt[] {
  const { tree } = script;
  const body = tree.child(node, "body");
  const cases = body === undefined ? [] : casesOf(script, childrenOf(script, body));
  const value = operand(script, { node, field: "value" });
  // `switch (true)` asks for the first condition that holds.
  const subject = isTrue(value) ? undefined : value;
  return [{ s: "switch", subject, cases, at: tree.span(node) }];
}

function isTrue(expr: Expr): boolean {
  return expr.e === "const" && expr.type === "boolean" && expr.text === "true";
}

/** A case with nothing in it is one more value of the next. */
function casesOf(script: Script, nodes: readonly NodeId[]): Case[] {
  const { tree } = script;
  const cases: Case[] = [];
  let tests: Expr[] = [];
  let isDefault = false;
  nodes.forEach((node, index) => {
    if (tree.kind(node) === "switch_default") isDefault = true;
    else tests.push(operand(script, { node, field: "value" }));
    const isLast = index === nodes.length - 1;
    if (!isLast && tree.child(node, "body") === undefined) return;
    cases.push({ tests, isDefault, body: fallingBody(script, nodes, index) });
    tests = [];
    isDefault = false;
  });
  return cases;
}

/** Bodies that one case may run into, besides its own. */
const MAX_FALL = 8;

/**
 * The body of a case and, as long as they do not end, those behind it. All are made anew for each
 * case: what is shared, and nests, would be walked more often than anyone counts.
 */
function fallingBody(script: Script, nodes: readonly NodeId[], first: number): readonly Stmt[] {
  const body: Stmt[] = [];
  let taken = 0;
  for (let i = first; i < nodes.length && !ends(body); i++) {
    const own = childrenIn(script, { node: nodes[i]!, field: "body" });
    if (own.length === 0) continue;
    if (taken++ > MAX_FALL) {
      script.budget.cut = true;
      break;
    }
    for (const statement of statementsOf(script, own)) body.push(statement);
  }
  const last = body[body.length - 1];
  return last?.s === "break" && last.label === undefined ? body.slice(0, -1) : body;
}

const ENDINGS = new Set(["break", "continue", "return", "throw"]);

/** Whether nothing behind these statements is ever reached. */
function ends(statements: readonly Stmt[]): boolean {
  let body = statements;
  for (;;) {
    const last = body[body.length - 1];
    if (last === undefined) return false;
    if (ENDINGS.has(last.s)) return true;
    if (last.s === "block" && last.label === undefined) body = last.body;
    else if (last.s === "if" && ends(last.then)) body = last.otherwise;
    else return false;
  }
}

function tryStatement(script: Script, node: NodeId): readonly Stmt[] {
  const { tree } = script;
  const handler = tree.child(node, "handler");
  const finalizer = tree.child(node, "finalizer");
  const last = finalizer === undefined ? undefined : tree.child(finalizer, "body");
  return [{
    s: "try",
    body: bodyOf(script, tree.child(node, "body")),
    handlers: handler === undefined ? [] : [handlerOf(script, handler)],
    otherwise: [],
    finally: bodyOf(script, last),
    at: tree.span(node),
  }];
}

function handlerOf(script: Script, node: NodeId): Handler {
  const parameter = script.tree.child(node, "parameter");
  return {
    ...(parameter !== undefined && { target: patternOf(script, parameter) }),
    body: bodyOf(script, script.tree.child(node, "body")),
  };
}

export const BRANCHES: StatementTable = {
  if_statement: conditional,
  switch_statement: switchStatement,
  try_statement: tryStatement,
};
