// Plain statements: declarations of variables, returns, throws, blocks, enums.

import type { NodeId } from "../../syntax/mod.ts";
import type { Expr, Stmt } from "../ir.ts";
import { firstIn } from "./_script_expressions.ts";
import {
  blockOf,
  childrenOf,
  type Lowering,
  operand,
  statementsOf,
  type StatementTable,
} from "./_script_lowering.ts";
import { patternOf } from "./_script_patterns.ts";
import { typeOf } from "./_script_types.ts";

function variables(low: Lowering, node: NodeId): readonly Stmt[] {
  const { tree } = low;
  return childrenOf(low, node).flatMap((child): Stmt[] => {
    const name = tree.child(child, "name");
    if (tree.kind(child) !== "variable_declarator" || name === undefined) return [];
    const value = tree.child(child, "value");
    const type = tree.child(child, "type");
    const at = tree.span(child);
    return [{
      s: "assign",
      target: patternOf(low, name),
      value: value === undefined
        ? { e: "const", type: "null", text: "undefined", at }
        : low.expression(value),
      ...(type !== undefined && { type: typeOf(low, type) }),
      declares: true,
      at,
    }];
  });
}

const EXITS = /^(?:process|Deno)\.exit$/;

function expression(low: Lowering, node: NodeId): readonly Stmt[] {
  const inner = low.tree.firstChild(node);
  if (inner === undefined) return [];
  return statementOf(low.expression(inner));
}

/** An assignment that stands alone is a statement of its own. */
function statementOf(value: Expr): Stmt[] {
  const { at } = value;
  if (value.e === "sequence") return value.values.flatMap(statementOf);
  if (value.e === "assign") {
    const { target, op } = value;
    return [{
      s: "assign",
      target,
      value: value.value,
      ...(op !== undefined && { op }),
      declares: false,
      at,
    }];
  }
  const { callee } = value.e === "call" ? value : { callee: undefined };
  if (
    callee?.e === "member" && callee.object.e === "name" &&
    EXITS.test(`${callee.object.name}.${callee.name}`)
  ) {
    return [{ s: "throw", value, at }];
  }
  return [{ s: "expr", value, at }];
}

function returned(low: Lowering, node: NodeId): readonly Stmt[] {
  const inner = low.tree.firstChild(node);
  const at = low.tree.span(node);
  return [{ s: "return", ...(inner !== undefined && { value: low.expression(inner) }), at }];
}

function enumeration(low: Lowering, node: NodeId): readonly Stmt[] {
  const { tree } = low;
  const name = tree.child(node, "name");
  const body = tree.child(node, "body");
  if (name === undefined || body === undefined) return [];
  const at = tree.span(node);
  const entries = childrenOf(low, body).map((child) => {
    const key = tree.child(child, "name") ?? child;
    const value: Expr = tree.child(child, "value") === undefined
      ? { e: "const", type: "number", text: "0", at: tree.span(child) }
      : operand(low, { node: child, field: "value" });
    return { key: tree.textOf(key), value };
  });
  const target = { k: "name" as const, name: tree.textOf(name), at: tree.span(name) };
  return [{ s: "assign", target, value: { e: "record", entries, at }, declares: true, at }];
}

function block(low: Lowering, node: NodeId): readonly Stmt[] {
  return [{ s: "block", body: statementsOf(low, childrenOf(low, node)), at: low.tree.span(node) }];
}

export const STATEMENTS: StatementTable = {
  lexical_declaration: variables,
  variable_declaration: variables,
  expression_statement: expression,
  return_statement: returned,
  throw_statement: (
    low,
    node,
  ) => [{ s: "throw", value: firstIn(low, node), at: low.tree.span(node) }],
  statement_block: block,
  enum_declaration: enumeration,
  internal_module: (low, node) => blockOf(low, low.tree.child(node, "body")),
  module: (low, node) => blockOf(low, low.tree.child(node, "body")),
  ambient_declaration: () => [],
  function_signature: () => [],
  import_alias: () => [],
  empty_statement: () => [],
  debugger_statement: () => [],
  comment: () => [],
  hash_bang_line: () => [],
};
