// JavaScript, TypeScript and TSX to the small tree: which part of the lowering takes which node.

import type { NodeId, SyntaxTree } from "../../syntax/mod.ts";
import type { Expr, Module, Stmt } from "../ir.ts";
import { Budget } from "./budget.ts";
import { BRANCHES } from "./_script_branches.ts";
import { CALLS } from "./_script_calls.ts";
import { CLASS_EXPRESSIONS, CLASSES } from "./_script_classes.ts";
import { EXPRESSIONS } from "./_script_expressions.ts";
import { FUNCTION_EXPRESSIONS, FUNCTIONS } from "./_script_functions.ts";
import {
  childrenOf,
  type ExpressionTable,
  type Lowering,
  partsOf,
  statementsOf,
  type StatementTable,
  unknown,
} from "./_script_lowering.ts";
import { MODULES } from "./_script_modules.ts";
import { OPERATORS } from "./_script_operators.ts";
import { RECORDS } from "./_script_records.ts";
import { STATEMENTS } from "./_script_statements.ts";

/** The small tree of a script. Errors in it cost what they stand in, nothing more. */
export function lowerScript(tree: SyntaxTree): Module {
  const low = new ScriptLowering(tree);
  const body = statementsOf(low, childrenOf(low, 0));
  return { language: "script", body, cut: low.cut };
}

const ALL_EXPRESSIONS = new Map(
  [EXPRESSIONS, OPERATORS, CALLS, RECORDS, FUNCTION_EXPRESSIONS, CLASS_EXPRESSIONS].flatMap(
    (table: ExpressionTable) => Object.entries(table),
  ),
);

const ALL_STATEMENTS = new Map(
  [STATEMENTS, BRANCHES, MODULES, FUNCTIONS, CLASSES].flatMap((table: StatementTable) =>
    Object.entries(table)
  ),
);

class ScriptLowering implements Lowering {
  readonly tree: SyntaxTree;
  readonly #budget = new Budget();

  constructor(tree: SyntaxTree) {
    this.tree = tree;
  }

  get cut(): boolean {
    return this.#budget.cut;
  }

  bounded<T>(make: () => T, fallback: () => T): T {
    return this.#budget.node(make, fallback);
  }

  expression(node: NodeId): Expr {
    const inside = this.#seenThrough(node);
    const make = ALL_EXPRESSIONS.get(this.tree.kind(inside)) ?? partsOf;
    return this.#budget.node(() => make(this, inside), () => unknown(this.tree.span(inside)));
  }

  statement(node: NodeId): readonly Stmt[] {
    const make = ALL_STATEMENTS.get(this.tree.kind(node)) ?? strayNode;
    return this.#budget.node(() => make(this, node), () => []);
  }

  /** Parentheses, and types put on a value that do not change it. */
  #seenThrough(node: NodeId): NodeId {
    let at = node;
    while (WRAPPERS.has(this.tree.kind(at))) {
      const inner = childrenOf(this, at).find((child) => !TYPES.has(this.tree.kind(child)));
      if (inner === undefined) break;
      at = inner;
    }
    return at;
  }
}

const WRAPPERS = new Set([
  "parenthesized_expression",
  "satisfies_expression",
  "non_null_expression",
  "type_assertion",
  "instantiation_expression",
]);
const TYPES = new Set(["type_arguments"]);

/** Inside an error, expressions and parts of statements stand where statements should. */
function strayNode(low: Lowering, node: NodeId): readonly Stmt[] {
  if (ALL_EXPRESSIONS.has(low.tree.kind(node))) {
    return [{ s: "expr", value: low.expression(node), at: low.tree.span(node) }];
  }
  return statementsOf(low, childrenOf(low, node));
}
