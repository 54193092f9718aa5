// Statements where ways part: if, loops, switch, try, labels.

import type { NodeId } from "../../syntax/mod.ts";
import type { Case, Pattern, Stmt } from "../ir.ts";
import {
  blockOf,
  childrenIn,
  childrenOf,
  type Lowering,
  operand,
  statementsOf,
  type StatementTable,
} from "./_script_lowering.ts";
import { patternOf } from "./_script_patterns.ts";

/** A long chain of `else if` is gone through from its end. */
function conditional(low: Lowering, node: NodeId): readonly Stmt[] {
  const { tree } = low;
  const chain: NodeId[] = [];
  let rest: NodeId | undefined;
  let at: NodeId | undefined = node;
  while (at !== undefined) {
    chain.push(at);
    const clause = tree.child(at, "alternative");
    const next: NodeId | undefined = clause === undefined ? undefined : tree.firstChild(clause);
    if (next === undefined || tree.kind(next) !== "if_statement") {
      rest = next;
      break;
    }
    at = next;
  }
  let otherwise = blockOf(low, rest);
  for (const each of chain.reverse()) {
    otherwise = [{
      s: "if",
      test: operand(low, { node: each, field: "condition" }),
      then: blockOf(low, tree.child(each, "consequence")),
      otherwise,
      at: tree.span(each),
    }];
  }
  return otherwise;
}

function whileLoop(low: Lowering, node: NodeId): readonly Stmt[] {
  return [{
    s: "while",
    test: operand(low, { node, field: "condition" }),
    body: blockOf(low, low.tree.child(node, "body")),
    at: low.tree.span(node),
  }];
}

/** The body runs once, whatever the condition. */
function doLoop(low: Lowering, node: NodeId): readonly Stmt[] {
  const body = blockOf(low, low.tree.child(node, "body"));
  return [...body, ...whileLoop(low, node)];
}

function forLoop(low: Lowering, node: NodeId): readonly Stmt[] {
  const { tree } = low;
  const at = tree.span(node);
  const start = tree.child(node, "initializer");
  const condition = childrenIn(low, { node, field: "condition" }).find((child) =>
    isExpression(low, child)
  );
  const step = tree.child(node, "increment");
  const update: Stmt[] = step === undefined
    ? []
    : [{ s: "expr", value: low.expression(step), at: tree.span(step) }];
  const loop: Stmt = {
    s: "while",
    test: condition === undefined ? undefined : low.expression(condition),
    body: [...blockOf(low, tree.child(node, "body")), ...update],
    at,
  };
  return [{ s: "block", body: [...start === undefined ? [] : low.statement(start), loop], at }];
}

function isExpression({ tree }: Lowering, node: NodeId): boolean {
  return tree.kind(node) !== ";" && tree.kind(node) !== "empty_statement";
}

function forEach(low: Lowering, node: NodeId): readonly Stmt[] {
  const { tree } = low;
  const at = tree.span(node);
  const left = tree.child(node, "left");
  const operator = tree.child(node, "operator");
  const target: Pattern = left === undefined ? { k: "none", at } : patternOf(low, left);
  const isKey = operator !== undefined && tree.textOf(operator) === "in";
  return [{
    s: "for",
    target: isKey ? { k: "none", at } : target,
    ...(isKey && { key: target }),
    iterable: operand(low, { node, field: "right" }),
    body: blockOf(low, tree.child(node, "body")),
    otherwise: [],
    at,
  }];
}

/** Statements that a case may take over from those behind it. */
const MAX_FALL = 40;

function switched(low: Lowering, node: NodeId): readonly Stmt[] {
  const { tree } = low;
  const body = tree.child(node, "body");
  const clauses = body === undefined ? [] : childrenOf(low, body);
  const bodies = clauses.map((each) =>
    statementsOf(low, childrenIn(low, { node: each, field: "body" }))
  );
  const cases = clauses.map((each, i): Case => ({
    tests: tree.child(each, "value") === undefined
      ? []
      : [operand(low, { node: each, field: "value" })],
    isDefault: tree.kind(each) === "switch_default",
    body: fallen(bodies, i),
  }));
  const at = tree.span(node);
  return [{
    s: "switch",
    subject: operand(low, { node, field: "value" }),
    cases: merged(cases),
    at,
  }];
}

/** A body goes on in the next one unless it ends. */
function fallen(bodies: readonly (readonly Stmt[])[], first: number): readonly Stmt[] {
  const all: Stmt[] = [];
  for (let i = first; i < bodies.length && all.length < MAX_FALL; i++) {
    all.push(...bodies[i]!);
    if (ends(bodies[i]!)) break;
  }
  return all;
}

const ENDS = new Set(["break", "return", "throw", "continue"]);

function ends(body: readonly Stmt[]): boolean {
  const last = body.at(-1);
  if (last === undefined) return false;
  return ENDS.has(last.s) || (last.s === "block" && ends(last.body));
}

/** `case "a": case "b":` is one case with two values. */
function merged(cases: readonly Case[]): Case[] {
  const all: Case[] = [];
  for (const each of cases) {
    const last = all.at(-1);
    const isSame = last !== undefined && last.body.length > 0 && sameBody(last.body, each.body);
    if (isSame && !last.isDefault && !each.isDefault) {
      all[all.length - 1] = { ...last, tests: [...last.tests, ...each.tests] };
    } else all.push(each);
  }
  return all;
}

function sameBody(a: readonly Stmt[], b: readonly Stmt[]): boolean {
  return a.length === b.length && a.every((statement, i) => statement === b[i]);
}

function tried(low: Lowering, node: NodeId): readonly Stmt[] {
  const { tree } = low;
  const handler = tree.child(node, "handler");
  const last = tree.child(node, "finalizer");
  const parameter = handler === undefined ? undefined : tree.child(handler, "parameter");
  return [{
    s: "try",
    body: blockOf(low, tree.child(node, "body")),
    handlers: handler === undefined ? [] : [{
      ...(parameter !== undefined && { target: patternOf(low, parameter) }),
      body: blockOf(low, tree.child(handler, "body")),
    }],
    otherwise: [],
    finally: last === undefined ? [] : blockOf(low, tree.child(last, "body")),
    at: tree.span(node),
  }];
}

function labelled(low: Lowering, node: NodeId): readonly Stmt[] {
  const label = low.tree.child(node, "label");
  const body = low.tree.child(node, "body");
  return [{
    s: "block",
    ...(label !== undefined && { label: low.tree.textOf(label) }),
    body: body === undefined ? [] : low.statement(body),
    at: low.tree.span(node),
  }];
}

function leave(s: "break" | "continue") {
  return ({ tree }: Lowering, node: NodeId): readonly Stmt[] => {
    const label = tree.child(node, "label");
    return [{ s, ...(label !== undefined && { label: tree.textOf(label) }), at: tree.span(node) }];
  };
}

export const BRANCHES: StatementTable = {
  if_statement: conditional,
  while_statement: whileLoop,
  do_statement: doLoop,
  for_statement: forLoop,
  for_in_statement: forEach,
  switch_statement: switched,
  try_statement: tried,
  labeled_statement: labelled,
  break_statement: leave("break"),
  continue_statement: leave("continue"),
};
