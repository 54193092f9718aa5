// Plain statements: declarations of variables, expressions that stand alone, returns, throws, blocks.

import type { NodeId } from "../../syntax/mod.ts";
import type { Expr, Stmt } from "../ir.ts";
import {
  bodyOf,
  childrenOf,
  dotted,
  operand,
  type Script,
  type StatementTable,
  undefinedAt,
} from "./_script_context.ts";
import { sequenceNodes } from "./_script_expressions.ts";
import { withNameOf } from "./_script_functions.ts";
import { patternOf } from "./_script_patterns.ts";
import { annotationOf } from "./_script_types.ts";

function variables(script: Script, node: NodeId): readonly Stmt[] {
  return childrenOf(script, node).flatMap((child) => {
    const name = script.tree.child(child, "name");
    return name === undefined ? [] : [variable(script, child, name)];
  });
}

function variable(script: Script, node: NodeId, name: NodeId): Stmt {
  const { tree } = script;
  const target = patternOf(script, name);
  const value = tree.child(node, "value") === undefined
    ? undefinedAt(tree.span(name))
    : withNameOf(operand(script, { node, field: "value" }), target);
  const type = annotationOf(script, node);
  return { s: "assign", target, value, ...type, declares: true, at: tree.span(node) };
}

function alone(script: Script, node: NodeId): readonly Stmt[] {
  return expressionsAlone(script, script.tree.firstChild(node));
}

/** An expression whose value nobody asks for. */
export function expressionsAlone(script: Script, node: NodeId | undefined): readonly Stmt[] {
  if (node === undefined) return [];
  const { tree } = script;
  if (tree.kind(node) === "internal_module") return script.statement(node);
  return sequenceNodes(script, withoutParentheses(script, node))
    .map((each) => aloneOf(script.expression(each)));
}

function withoutParentheses({ tree }: Script, node: NodeId): NodeId {
  let at = node;
  while (tree.kind(at) === "parenthesized_expression") {
    const inner = tree.firstChild(at);
    if (inner === undefined) return at;
    at = inner;
  }
  return at;
}

/** An assignment that stands alone is a statement of its own; nothing comes back from an exit. */
function aloneOf(value: Expr): Stmt {
  const { at } = value;
  if (value.e !== "assign") return { s: isExit(value) ? "throw" : "expr", value, at };
  const { target, op } = value;
  return {
    s: "assign",
    target,
    value: value.value,
    ...(op !== undefined && { op }),
    declares: false,
    at,
  };
}

const EXITING = new Set(["process", "Deno"]);

function isExit(expr: Expr): boolean {
  if (expr.e !== "call" || expr.callee.e !== "member") return false;
  const { object, name } = expr.callee;
  return name === "exit" && object.e === "name" && EXITING.has(object.name);
}

function returned(script: Script, node: NodeId): readonly Stmt[] {
  const inner = script.tree.firstChild(node);
  const value = inner === undefined ? undefined : script.expression(inner);
  return [{ s: "return", ...(value && { value }), at: script.tree.span(node) }];
}

function thrown(script: Script, node: NodeId): readonly Stmt[] {
  const inner = script.tree.firstChild(node);
  const value = inner === undefined ? undefined : script.expression(inner);
  return [{ s: "throw", ...(value && { value }), at: script.tree.span(node) }];
}

function block(script: Script, node: NodeId): readonly Stmt[] {
  return [{ s: "block", body: bodyOf(script, node), at: script.tree.span(node) }];
}

/** The names of `with (a)` cannot be told apart from others. */
function withStatement(script: Script, node: NodeId): readonly Stmt[] {
  const { tree } = script;
  const object = expressionsAlone(script, tree.child(node, "object"));
  return [...object, ...bodyOf(script, tree.child(node, "body"))];
}

/** `import A = N.B`. */
function importAlias(script: Script, node: NodeId): readonly Stmt[] {
  const { tree } = script;
  const at = tree.span(node);
  const [name, of] = childrenOf(script, node);
  if (name === undefined || of === undefined) return [];
  const value = dotted(tree.textOf(of), tree.span(of));
  return [{ s: "assign", target: patternOf(script, name), value, declares: true, at }];
}

function leftOut(): readonly Stmt[] {
  return [];
}

export const STATEMENTS: StatementTable = {
  lexical_declaration: variables,
  variable_declaration: variables,
  using_declaration: variables,
  expression_statement: alone,
  return_statement: returned,
  throw_statement: thrown,
  statement_block: block,
  with_statement: withStatement,
  import_alias: importAlias,
  empty_statement: leftOut,
  debugger_statement: leftOut,
  hash_bang_line: leftOut,
};
