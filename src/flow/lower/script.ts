// JavaScript, TypeScript and TSX to the small tree: which part of the lowering takes which node.

import type { NodeId, SyntaxTree } from "../../syntax/mod.ts";
import type { Expr, Import, Module, Stmt } from "../ir.ts";
import { BRANCHES } from "./_script_branches.ts";
import { chained } from "./_script_chains.ts";
import { CLASS_STATEMENTS, CLASSES } from "./_script_classes.ts";
import {
  childrenOf,
  type ExpressionTable,
  type Loop,
  nothing,
  partsOf,
  type Script,
  statementsOf,
  type StatementTable,
} from "./_script_context.ts";
import { DECLARATIONS } from "./_script_declarations.ts";
import { EXPRESSIONS } from "./_script_expressions.ts";
import { FUNCTION_STATEMENTS, FUNCTIONS } from "./_script_functions.ts";
import { LOOPS } from "./_script_loops.ts";
import { MODULES } from "./_script_modules.ts";
import { RECORDS } from "./_script_records.ts";
import { STATEMENTS } from "./_script_statements.ts";
import { TEXTS } from "./_script_text.ts";
import { Budget } from "./budget.ts";

/** The small tree of a script. Errors in it cost what they stand in, nothing more. */
export function lowerScript(tree: SyntaxTree): Module {
  const script = new ScriptLowering(tree);
  const body = statementsOf(script, childrenOf(script, 0));
  const { types, budget: { cut } } = script;
  return { language: "script", body, ...(types.length > 0 && { types }), cut };
}

const ALL_EXPRESSIONS = new Map(
  [EXPRESSIONS, TEXTS, RECORDS, FUNCTIONS, CLASSES].flatMap((table: ExpressionTable) =>
    Object.entries(table)
  ),
);

const ALL_STATEMENTS = new Map(
  [STATEMENTS, BRANCHES, LOOPS, MODULES, DECLARATIONS, FUNCTION_STATEMENTS, CLASS_STATEMENTS]
    .flatMap((table: StatementTable) => Object.entries(table)),
);

class ScriptLowering implements Script {
  readonly tree: SyntaxTree;
  readonly budget = new Budget();
  loops: Loop[] = [];
  inNamespace = false;
  readonly types: Import[] = [];

  constructor(tree: SyntaxTree) {
    this.tree = tree;
  }

  start(node: NodeId): Expr {
    return (ALL_EXPRESSIONS.get(this.tree.kind(node)) ?? partsOf)(this, node);
  }

  expression(node: NodeId): Expr {
    return this.budget.node(
      () => chained(this, node),
      () => nothing(this.tree.span(node)),
    );
  }

  statement(node: NodeId): readonly Stmt[] {
    const make = ALL_STATEMENTS.get(this.tree.kind(node)) ?? stray;
    return this.budget.node(() => make(this, node), () => []);
  }
}

/** Inside an error, expressions and parts of statements stand where statements should. */
function stray(script: Script, node: NodeId): readonly Stmt[] {
  const { tree } = script;
  if (tree.kind(node) === "ERROR") return statementsOf(script, childrenOf(script, node));
  return [{ s: "expr", value: script.expression(node), at: tree.span(node) }];
}
