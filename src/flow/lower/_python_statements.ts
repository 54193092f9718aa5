// Simple statements of Python: expressions, assignments, `return`, `raise`, `assert` and the like.

import type { NodeId } from "../../syntax/mod.ts";
import type { Expr, Pattern, Stmt } from "../ir.ts";
import {
  append,
  childrenOf,
  type Lowering,
  oneOrTuple,
  operand,
  partsOf,
  statementsOf,
  type StatementTable,
} from "./_python_lowering.ts";
import { targetOf } from "./_python_targets.ts";
import { typeOf } from "./_python_types.ts";

type Statements = readonly Stmt[];

function expression(low: Lowering, node: NodeId): Statements {
  const children = childrenOf(low, node);
  const [only] = children;
  const kind = only === undefined || children.length > 1 ? undefined : low.tree.kind(only);
  if (kind === "assignment") return assignments(low, only!);
  if (kind === "augmented_assignment") return augmented(low, only!);
  const value = oneOrTuple(low, children);
  if (!value) return [];
  const at = low.tree.span(node);
  return leavesProgram(value) ? [exit(value, at)] : [{ s: "expr", value, at }];
}

const EXITS = new Set(["exit", "quit", "sys.exit", "os._exit", "os.abort"]);

type Call = Extract<Expr, { e: "call" }>;

function leavesProgram(value: Expr): value is Call {
  if (value.e !== "call") return false;
  const { callee } = value;
  if (callee.e === "name") return EXITS.has(callee.name);
  return callee.e === "member" && callee.object.e === "name" &&
    EXITS.has(`${callee.object.name}.${callee.name}`);
}

function exit({ args }: Call, at: Stmt["at"]): Stmt {
  const value = args[0]?.value;
  return { s: "throw", ...(value ? { value } : {}), at };
}

interface ChainedAssignment {
  readonly targets: readonly NodeId[];
  readonly value: NodeId | undefined;
  readonly type: NodeId | undefined;
}

/** The targets of `a = b = value`, which stand nested to the right. */
export function chainedAssignment({ tree }: Lowering, node: NodeId): ChainedAssignment {
  const targets: NodeId[] = [];
  const type = tree.child(node, "type");
  let at: NodeId | undefined = node;
  while (at !== undefined && tree.kind(at) === "assignment") {
    const left = tree.child(at, "left");
    if (left !== undefined) targets.push(left);
    at = tree.child(at, "right");
  }
  return { targets, value: at, type };
}

function assignments(low: Lowering, node: NodeId): Statements {
  const { targets, value: valueNode, type: typeNode } = chainedAssignment(low, node);
  // `x: int` alone assigns nothing.
  if (valueNode === undefined) return [];
  const value = low.expression(valueNode);
  const type = typeNode === undefined ? {} : { type: typeOf(low, typeNode) };
  const at = low.tree.span(node);
  return inTurn(targets.map((target) => targetOf(low, target)), value).map((each) => ({
    s: "assign",
    ...each,
    ...type,
    declares: false,
    at,
  }));
}

/** The value is made once: a name that takes it gives it to the other targets. */
function inTurn(targets: readonly Pattern[], value: Expr): { target: Pattern; value: Expr }[] {
  const named = targets.find((target) => target.k === "name");
  if (named?.k !== "name") return targets.map((target) => ({ target, value }));
  const copy: Expr = { e: "name", name: named.name, at: named.at };
  const others = targets.filter((target) => target !== named);
  return [{ target: named, value }, ...others.map((target) => ({ target, value: copy }))];
}

function augmented(low: Lowering, node: NodeId): Statements {
  const { tree } = low;
  const left = tree.child(node, "left");
  const operator = tree.child(node, "operator");
  const at = tree.span(node);
  if (left === undefined || operator === undefined) {
    return [{ s: "expr", value: partsOf(low, node), at }];
  }
  const value = operand(low, { node, field: "right" });
  const op = tree.textOf(operator).slice(0, -1);
  return [{ s: "assign", target: targetOf(low, left), value, op, declares: false, at }];
}

function returned(low: Lowering, node: NodeId): Statements {
  const value = oneOrTuple(low, childrenOf(low, node));
  return [{ s: "return", ...(value ? { value } : {}), at: low.tree.span(node) }];
}

/** The cause behind `from` says nothing about what is raised. */
function raised(low: Lowering, node: NodeId): Statements {
  const error = childrenOf(low, node).find((child) => low.tree.fieldOf(child) !== "cause");
  const value = error === undefined ? {} : { value: low.expression(error) };
  return [{ s: "throw", ...value, at: low.tree.span(node) }];
}

function asserted(low: Lowering, node: NodeId): Statements {
  const [condition, message] = childrenOf(low, node);
  if (condition === undefined) return [];
  const at = low.tree.span(node);
  const value = low.expression(condition);
  const test: Expr = { e: "unary", op: "not", value, at: low.tree.span(condition) };
  const text = message === undefined ? {} : { value: low.expression(message) };
  return [{ s: "if", test, then: [{ s: "throw", ...text, at }], otherwise: [], at }];
}

function typeAlias(low: Lowering, node: NodeId): Statements {
  const { tree } = low;
  const left = tree.child(node, "left");
  const name = left === undefined ? undefined : firstName(low, left);
  if (name === undefined) return [];
  const target: Pattern = { k: "name", name: tree.textOf(name), at: tree.span(name) };
  const value = operand(low, { node, field: "right" });
  return [{ s: "assign", target, value, declares: false, at: tree.span(node) }];
}

function firstName({ tree }: Lowering, node: NodeId): NodeId | undefined {
  for (let inside = node; inside < tree.next(node); inside++) {
    if (tree.kind(inside) === "identifier") return inside;
  }
  return undefined;
}

function asExpression(low: Lowering, node: NodeId): Statements {
  return [{ s: "expr", value: low.expression(node), at: low.tree.span(node) }];
}

function nothing(): Statements {
  return [];
}

/** `with a() as b, c():` binds one after the other; then comes the body. */
function entered(low: Lowering, node: NodeId): Statements {
  const { tree } = low;
  const statements: Stmt[] = [];
  const clause = tree.firstChild(node, "with_clause");
  for (const item of clause === undefined ? [] : childrenOf(low, clause)) {
    statements.push(enteredItem(low, item));
  }
  const body = tree.child(node, "body");
  if (body !== undefined) append(statements, low.statement(body));
  return statements;
}

function enteredItem(low: Lowering, item: NodeId): Stmt {
  const { tree } = low;
  const held = tree.child(item, "value") ?? item;
  const alias = tree.child(held, "alias");
  const at = tree.span(item);
  const value: Expr = { e: "enter", value: low.expression(held), at };
  if (alias === undefined) return { s: "expr", value, at };
  return { s: "assign", target: targetOf(low, alias), value, declares: false, at };
}

function declaredOuter(low: Lowering, node: NodeId): Statements {
  for (const name of childrenOf(low, node)) low.outer.push(low.tree.textOf(name));
  return [];
}

export const STATEMENTS: StatementTable = {
  expression_statement: expression,
  return_statement: returned,
  raise_statement: raised,
  assert_statement: asserted,
  type_alias_statement: typeAlias,
  print_statement: asExpression,
  exec_statement: asExpression,
  break_statement: ({ tree }, node) => [{ s: "break", at: tree.span(node) }],
  continue_statement: ({ tree }, node) => [{ s: "continue", at: tree.span(node) }],
  with_statement: entered,
  block: (low, node) => statementsOf(low, childrenOf(low, node)),
  pass_statement: nothing,
  delete_statement: nothing,
  global_statement: declaredOuter,
  nonlocal_statement: declaredOuter,
};
