// Functions of all forms: their heads, parameters and bodies.

import type { NodeId } from "../../syntax/mod.ts";
import type { Expr, Func, Param, Pattern, Stmt } from "../ir.ts";
import {
  bodyOf,
  childrenIn,
  childrenOf,
  type ExpressionTable,
  nameOf,
  operand,
  partsOf,
  type Script,
  type StatementTable,
  wordsBefore,
} from "./_script_context.ts";
import { keyOf, patternItem } from "./_script_patterns.ts";
import { annotationOf } from "./_script_types.ts";

export interface FunctionRole {
  readonly decorators?: readonly Expr[];
  /** TypeScript: `private x` among the parameters makes a field. */
  readonly makesFields?: boolean;
}

export function functionOf(script: Script, node: NodeId, role: FunctionRole = {}): Func {
  const { tree } = script;
  const { start, end } = tree.span(node);
  const name = tree.child(node, "name");
  const parameters = tree.child(node, "parameters") ?? tree.child(node, "parameter");
  const head = parameters === undefined ? end : tree.span(parameters).end;
  const words = wordsBefore(script, node, name ?? parameters);
  const kind = tree.kind(node);
  const params = parametersOf(script, parameters);
  const fields = role.makesFields ? fieldsOf(script, parameters) : [];
  return {
    name: name === undefined ? "" : methodName(script, name),
    params,
    ...(kind !== "arrow_function" && { self: "this" }),
    body: [...fields, ...functionBody(script, node)],
    decorators: role.decorators ?? [],
    isAsync: words.has("async"),
    isGenerator: words.has("*") || kind.startsWith("generator_"),
    at: { start, end },
    nameAt: name === undefined ? { start, end: head } : tree.span(name),
  };
}

/** A computed name stands as written, brackets and all, so that it is none that can be called. */
function methodName(script: Script, name: NodeId): string {
  return keyOf(script, name).key ?? script.tree.textOf(name);
}

function functionBody(script: Script, node: NodeId): readonly Stmt[] {
  const { tree } = script;
  const body = tree.child(node, "body");
  if (body === undefined) return [];
  const around = script.loops;
  script.loops = [];
  const statements: readonly Stmt[] = tree.kind(body) === "statement_block"
    ? bodyOf(script, body)
    : [{ s: "return", value: script.expression(body), at: tree.span(body) }];
  script.loops = around;
  return statements;
}

/** The nodes of the parameters; `this` of TypeScript is none. */
function parameterNodes(script: Script, parameters: NodeId | undefined): NodeId[] {
  if (parameters === undefined) return [];
  const { tree } = script;
  if (tree.kind(parameters) !== "formal_parameters") return [parameters];
  return childrenOf(script, parameters).filter((node) => {
    const pattern = tree.child(node, "pattern");
    return tree.kind(pattern ?? node) !== "this";
  });
}

function parametersOf(script: Script, parameters: NodeId | undefined): Param[] {
  return parameterNodes(script, parameters).map((node) => {
    const pattern = script.tree.child(node, "pattern");
    const item = patternItem(script, pattern ?? node);
    const fallback = script.tree.child(node, "value") === undefined
      ? item.default
      : operand(script, { node, field: "value" });
    return {
      target: item.target,
      name: "",
      ...(pattern !== undefined && annotationOf(script, node)),
      ...(fallback && { default: fallback }),
      ...(item.rest && { rest: "positional" as const }),
    };
  });
}

/** `this.x = x` for each parameter that makes a field. */
function fieldsOf(script: Script, parameters: NodeId | undefined): Stmt[] {
  const { tree } = script;
  const statements: Stmt[] = [];
  for (const node of parameterNodes(script, parameters)) {
    const pattern = tree.child(node, "pattern");
    if (pattern === undefined || !makesField(script, { node, pattern })) continue;
    const at = tree.span(pattern);
    const name = nameOf(script, pattern);
    const expr: Expr = { e: "member", object: { e: "name", name: "this", at }, name, at };
    const value: Expr = { e: "name", name, at };
    statements.push({
      s: "assign",
      target: { k: "place", expr, at },
      value,
      declares: false,
      at,
    });
  }
  return statements;
}

function makesField(
  script: Script,
  { node, pattern }: { node: NodeId; pattern: NodeId },
): boolean {
  const { tree } = script;
  if (tree.kind(pattern) !== "identifier") return false;
  return tree.firstChild(node, "accessibility_modifier") !== undefined ||
    tree.firstChild(node, "override_modifier") !== undefined ||
    wordsBefore(script, node, pattern).has("readonly");
}

/** The expressions of the decorators that stand in a node. */
export function decoratorsOf(script: Script, node: NodeId): Expr[] {
  return childrenIn(script, { node, field: "decorator" }).map((each) => decorator(script, each));
}

export function decorator(script: Script, node: NodeId): Expr {
  const inner = script.tree.firstChild(node);
  return inner === undefined ? partsOf(script, node) : script.expression(inner);
}

function functionExpression(script: Script, node: NodeId): Expr {
  return { e: "function", func: functionOf(script, node), at: script.tree.span(node) };
}

function functionStatement(script: Script, node: NodeId): readonly Stmt[] {
  return [{ s: "func", func: functionOf(script, node), at: script.tree.span(node) }];
}

/** Gives a function or class without a name the name that it is kept under. */
export function withNameOf(value: Expr, target: Pattern): Expr {
  if (target.k !== "name") return value;
  const { name } = target;
  if (value.e === "function" && value.func.name === "") {
    return { ...value, func: { ...value.func, name, nameAt: target.at } };
  }
  if (value.e === "class" && value.def.name === "") {
    return { ...value, def: { ...value.def, name } };
  }
  return value;
}

export const FUNCTIONS: ExpressionTable = {
  function_expression: functionExpression,
  function: functionExpression,
  generator_function: functionExpression,
  arrow_function: functionExpression,
  function_declaration: functionExpression,
  generator_function_declaration: functionExpression,
  method_definition: functionExpression,
};

export const FUNCTION_STATEMENTS: StatementTable = {
  function_declaration: functionStatement,
  generator_function_declaration: functionStatement,
};
