// Python to the small tree: which part of the lowering takes which node.

import type { NodeId, SyntaxTree } from "../../syntax/mod.ts";
import type { Expr, Module, Stmt } from "../ir.ts";
import { CALLS } from "./_python_calls.ts";
import { CLASSES } from "./_python_classes.ts";
import { BRANCHES } from "./_python_branches.ts";
import { COLLECTIONS } from "./_python_collections.ts";
import { EXPRESSIONS } from "./_python_expressions.ts";
import { FUNCTIONS, LAMBDAS } from "./_python_functions.ts";
import { IMPORTS } from "./_python_imports.ts";
import {
  bodyStatements,
  childrenOf,
  type ExpressionTable,
  type Lowering,
  partsOf,
  statementsOf,
  type StatementTable,
  unknown,
} from "./_python_lowering.ts";
import { MATCHES } from "./_python_match.ts";
import { OPERATORS } from "./_python_operators.ts";
import { STATEMENTS } from "./_python_statements.ts";
import { TEXTS } from "./_python_text.ts";
import { Budget } from "./budget.ts";

/** The small tree of a Python file. Errors in it cost what they stand in, nothing more. */
export function lowerPython(tree: SyntaxTree): Module {
  const low = new PythonLowering(tree);
  const body = statementsOf(low, bodyStatements(low, 0));
  return { language: "python", body, cut: low.cut };
}

const ALL_EXPRESSIONS = new Map(
  [EXPRESSIONS, OPERATORS, COLLECTIONS, CALLS, TEXTS, LAMBDAS].flatMap((table: ExpressionTable) =>
    Object.entries(table)
  ),
);

const ALL_STATEMENTS = new Map(
  [STATEMENTS, BRANCHES, MATCHES, FUNCTIONS, CLASSES, IMPORTS].flatMap((table: StatementTable) =>
    Object.entries(table)
  ),
);

class PythonLowering implements Lowering {
  readonly tree: SyntaxTree;
  yields = false;
  outer: string[] = [];
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
    const inside = this.#withoutParentheses(node);
    const make = ALL_EXPRESSIONS.get(this.tree.kind(inside)) ?? partsOf;
    return this.#budget.node(
      () => make(this, inside),
      () => unknown(this.tree.span(inside)),
    );
  }

  statement(node: NodeId): readonly Stmt[] {
    const make = ALL_STATEMENTS.get(this.tree.kind(node)) ?? strayNode;
    return this.#budget.node(() => make(this, node), () => []);
  }

  #withoutParentheses(node: NodeId): NodeId {
    let at = node;
    while (this.tree.kind(at) === "parenthesized_expression") {
      const inner = childrenOf(this, at)[0];
      if (inner === undefined) break;
      at = inner;
    }
    return at;
  }
}

/** Inside an error, expressions and parts of statements stand where statements should. */
function strayNode(low: Lowering, node: NodeId): readonly Stmt[] {
  if (ALL_EXPRESSIONS.has(low.tree.kind(node))) {
    return [{ s: "expr", value: low.expression(node), at: low.tree.span(node) }];
  }
  return statementsOf(low, childrenOf(low, node));
}
