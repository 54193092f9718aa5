// Loops, labels, and the ways out of them.

import type { NodeId } from "../../syntax/mod.ts";
import type { Expr, Pattern, Stmt } from "../ir.ts";
import {
  bodyOf,
  childrenIn,
  type Loop,
  operand,
  operatorOf,
  type Script,
  type StatementTable,
} from "./_script_context.ts";
import { patternOf } from "./_script_patterns.ts";
import { expressionsAlone } from "./_script_statements.ts";

type MakeLoop = (script: Script, node: NodeId, labels: readonly string[]) => readonly Stmt[];

/** The body of a loop, in which `continue` means it. */
function loopBody(script: Script, node: NodeId, loop: Loop): readonly Stmt[] {
  script.loops.push(loop);
  const body = bodyOf(script, script.tree.child(node, "body"));
  script.loops.pop();
  return body;
}

function whileLoop(script: Script, node: NodeId, labels: readonly string[]): readonly Stmt[] {
  return [{
    s: "while",
    test: operand(script, { node, field: "condition" }),
    body: loopBody(script, node, { labels }),
    at: script.tree.span(node),
  }];
}

/**
 * `do … while (test)` goes on without end, and is left behind its body where the test does not
 * hold; a second copy of the body would take its `break` and `continue` out of their loop.
 */
function doLoop(script: Script, node: NodeId, labels: readonly string[]): readonly Stmt[] {
  const at = script.tree.span(node);
  const exit = `do ${at.start}`;
  let leavesEarly = false;
  const beforeNext = (): readonly Stmt[] => {
    // It may stand in a `switch`, of which a plain `break` is.
    leavesEarly = true;
    return [leaveUnless(script, node, { label: exit })];
  };
  const body = loopBody(script, node, { labels, beforeNext });
  const loop: Stmt = {
    s: "while",
    test: undefined,
    body: [...body, leaveUnless(script, node)],
    at,
  };
  return leavesEarly ? [{ s: "block", label: exit, body: [loop], at }] : [loop];
}

function leaveUnless(script: Script, node: NodeId, to: { label?: string } = {}): Stmt {
  const value = operand(script, { node, field: "condition" });
  const { at } = value;
  const test: Expr = { e: "unary", op: "not", value, at };
  return { s: "if", test, then: [{ s: "break", ...to, at }], otherwise: [], at };
}

function forLoop(script: Script, node: NodeId, labels: readonly string[]): readonly Stmt[] {
  const { tree } = script;
  const at = tree.span(node);
  const start = tree.child(node, "initializer");
  const before = start === undefined ? [] : startOf(script, start);
  const beforeNext = (): readonly Stmt[] => expressionsAlone(script, tree.child(node, "increment"));
  // The field holds the semicolons as well.
  const [condition] = childrenIn(script, { node, field: "condition" });
  const hasTest = condition !== undefined && !NO_TEST.has(tree.kind(condition));
  const loop: Stmt = {
    s: "while",
    test: hasTest ? script.expression(condition) : undefined,
    body: [...loopBody(script, node, { labels, beforeNext }), ...beforeNext()],
    at,
  };
  return before.length === 0 ? [loop] : [{ s: "block", body: [...before, loop], at }];
}

const NO_TEST = new Set([";", "empty_statement"]);
const STARTING_STATEMENTS = new Set([
  "lexical_declaration",
  "variable_declaration",
  "using_declaration",
  "empty_statement",
]);

function startOf(script: Script, node: NodeId): readonly Stmt[] {
  return STARTING_STATEMENTS.has(script.tree.kind(node))
    ? script.statement(node)
    : expressionsAlone(script, node);
}

/** `for … of` gives elements, `for … in` keys. */
function forEach(script: Script, node: NodeId, labels: readonly string[]): readonly Stmt[] {
  const { tree } = script;
  const at = tree.span(node);
  const left = tree.child(node, "left");
  const target: Pattern = left === undefined ? { k: "none", at } : patternOf(script, left);
  const isKey = operatorOf(script, node) === "in";
  return [{
    s: "for",
    target: isKey ? { k: "none", at: target.at } : target,
    ...(isKey && { key: target }),
    iterable: operand(script, { node, field: "right" }),
    body: loopBody(script, node, { labels }),
    otherwise: [],
    at,
  }];
}

const MAKE_LOOP: Readonly<Record<string, MakeLoop>> = {
  while_statement: whileLoop,
  do_statement: doLoop,
  for_statement: forLoop,
  for_in_statement: forEach,
};

function loop(script: Script, node: NodeId): readonly Stmt[] {
  return MAKE_LOOP[script.tree.kind(node)]!(script, node, []);
}

/** A loop may have several labels, and any statement one. */
function labelled(script: Script, node: NodeId): readonly Stmt[] {
  const { tree } = script;
  const labels: string[] = [];
  let at: NodeId | undefined = node;
  while (at !== undefined && tree.kind(at) === "labeled_statement") {
    const label = tree.child(at, "label");
    if (label !== undefined) labels.push(tree.textOf(label));
    at = tree.child(at, "body");
  }
  const make = at === undefined ? undefined : MAKE_LOOP[tree.kind(at)];
  const inside = make ? make(script, at!, labels) : bodyOf(script, at);
  return labels.reduceRight<readonly Stmt[]>(
    (body, label) => [{ s: "block", label, body, at: tree.span(node) }],
    inside,
  );
}

function labelOf({ tree }: Script, node: NodeId): string | undefined {
  const label = tree.child(node, "label");
  return label === undefined ? undefined : tree.textOf(label);
}

function breakStatement(script: Script, node: NodeId): readonly Stmt[] {
  const label = labelOf(script, node);
  return [{ s: "break", ...(label !== undefined && { label }), at: script.tree.span(node) }];
}

/** What stands at the end of a round is done before the next one, wherever that is started. */
function continueStatement(script: Script, node: NodeId): readonly Stmt[] {
  const label = labelOf(script, node);
  const target = script.loops.findLast(({ labels }) =>
    label === undefined || labels.includes(label)
  );
  const at = script.tree.span(node);
  return [
    ...target?.beforeNext?.() ?? [],
    { s: "continue", ...(label !== undefined && { label }), at },
  ];
}

export const LOOPS: StatementTable = {
  while_statement: loop,
  do_statement: loop,
  for_statement: loop,
  for_in_statement: loop,
  labeled_statement: labelled,
  break_statement: breakStatement,
  continue_statement: continueStatement,
};
