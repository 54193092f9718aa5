// Functions of every form, and their parameters.

import type { NodeId } from "../../syntax/mod.ts";
import type { Expr, Func, Param, Stmt } from "../ir.ts";
import {
  childrenOf,
  type ExpressionTable,
  hasWord,
  type Lowering,
  statementsOf,
  type StatementTable,
} from "./_script_lowering.ts";
import { defaultOf, patternOf } from "./_script_patterns.ts";
import { typeOf } from "./_script_types.ts";

export function functionOf(
  low: Lowering,
  node: NodeId,
  { receiver = "this" }: { readonly receiver?: string } = {},
): Func {
  const { tree } = low;
  const name = tree.child(node, "name");
  const at = tree.span(node);
  const isArrow = tree.kind(node) === "arrow_function";
  const { params, assigns } = paramsOf(low, node);
  return {
    name: name === undefined ? "" : tree.textOf(name),
    params,
    ...(!isArrow && { self: receiver }),
    body: [...assigns, ...bodyOf(low, node)],
    decorators: [],
    isAsync: hasWord(low, { node, word: "async" }),
    isGenerator: tree.kind(node).includes("generator"),
    at,
    nameAt: name === undefined
      ? { start: at.start, end: Math.min(at.end, at.start + 1) }
      : tree.span(name),
  };
}

function bodyOf(low: Lowering, node: NodeId): readonly Stmt[] {
  const body = low.tree.child(node, "body");
  if (body === undefined) return [];
  if (low.tree.kind(body) === "statement_block") return statementsOf(low, childrenOf(low, body));
  const value = low.expression(body);
  return [{ s: "return", value, at: low.tree.span(body) }];
}

export function methodOf(low: Lowering, node: NodeId): Func {
  const func = functionOf(low, node);
  return { ...func, decorators: decoratorsOf(low, node) };
}

export function decoratorsOf(low: Lowering, node: NodeId): Expr[] {
  return childrenOf(low, node).filter((child) => low.tree.kind(child) === "decorator").flatMap(
    (child) => {
      const inner = low.tree.firstChild(child);
      return inner === undefined ? [] : [low.expression(inner)];
    },
  );
}

interface Params {
  readonly params: readonly Param[];
  /** What `constructor(private x: T)` sets. */
  readonly assigns: readonly Stmt[];
}

function paramsOf(low: Lowering, node: NodeId): Params {
  const { tree } = low;
  const single = tree.child(node, "parameter");
  if (single !== undefined) {
    return { params: [{ target: patternOf(low, single), name: "" }], assigns: [] };
  }
  const list = tree.child(node, "parameters");
  const children = list === undefined ? [] : childrenOf(low, list);
  const assigns: Stmt[] = [];
  const params = children.filter((child) => !isThis(low, child)).map((child) => {
    const param = paramOf(low, child);
    if (isField(low, child) && param.target.k === "name") assigns.push(fieldAssign(param.target));
    return param;
  });
  return { params, assigns };
}

/** TypeScript's `this: T` is no parameter. */
function isThis({ tree }: Lowering, node: NodeId): boolean {
  const pattern = tree.child(node, "pattern");
  return pattern !== undefined && tree.kind(pattern) === "this";
}

function isField(low: Lowering, node: NodeId): boolean {
  return childrenOf(low, node).some((child) =>
    low.tree.kind(child) === "accessibility_modifier" ||
    low.tree.kind(child) === "override_modifier"
  ) || /^readonly\s/.test(low.tree.textOf(node).slice(0, 10));
}

function fieldAssign({ name, at }: { readonly name: string; readonly at: Func["at"] }): Stmt {
  const object: Expr = { e: "name", name: "this", at };
  return {
    s: "assign",
    target: { k: "place", expr: { e: "member", object, name, at }, at },
    value: { e: "name", name, at },
    declares: false,
    at,
  };
}

function paramOf(low: Lowering, node: NodeId): Param {
  const { tree } = low;
  const pattern = tree.child(node, "pattern") ?? node;
  const type = tree.child(node, "type");
  const value = tree.child(node, "value");
  const rest = tree.kind(pattern) === "rest_pattern";
  return {
    target: patternOf(low, pattern),
    name: "",
    ...(type !== undefined && { type: typeOf(low, type) }),
    ...(value !== undefined ? { default: low.expression(value) } : defaultOf(low, pattern)),
    ...(rest && { rest: "positional" as const }),
  };
}

function expression(low: Lowering, node: NodeId): Expr {
  return { e: "function", func: functionOf(low, node), at: low.tree.span(node) };
}

function declaration(low: Lowering, node: NodeId): readonly Stmt[] {
  return [{ s: "func", func: functionOf(low, node), at: low.tree.span(node) }];
}

export const FUNCTION_EXPRESSIONS: ExpressionTable = {
  arrow_function: expression,
  function_expression: expression,
  generator_function: expression,
};

export const FUNCTIONS: StatementTable = {
  function_declaration: declaration,
  generator_function_declaration: declaration,
};
