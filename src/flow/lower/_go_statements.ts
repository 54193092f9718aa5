// Statements of Go: one may give none, one or several of the small tree's.

import type { Span } from "../../core/mod.ts";
import type { NodeId } from "../../syntax/mod.ts";
import type { Expr, Stmt } from "../ir.ts";
import {
  lowerAssignment,
  lowerDeclaration,
  lowerReceipt,
  lowerSend,
  lowerStep,
  valueOf,
} from "./_go_assignments.ts";
import { lowerEnd } from "./_go_calls.ts";
import { type Go, listed, nothing } from "./_go_context.ts";
import { lowerConstants, lowerImports, lowerTypes, lowerVariables } from "./_go_declarations.ts";
import { lowerFunction, lowerMethod, namedReturn } from "./_go_functions.ts";
import { lowerContinue, lowerFor } from "./_go_loops.ts";
import { lowerSelect, lowerSwitch, lowerTypeSwitch } from "./_go_switches.ts";

type Lower = (go: Go, node: NodeId) => readonly Stmt[];

const dropped: Lower = () => [];

const LOWERED: ReadonlyMap<string, Lower> = new Map<string, Lower>([
  ["import_declaration", lowerImports],
  ["function_declaration", lowerFunction],
  ["method_declaration", lowerMethod],
  ["type_declaration", lowerTypes],
  ["var_declaration", lowerVariables],
  ["const_declaration", lowerConstants],
  ["short_var_declaration", lowerDeclaration],
  ["assignment_statement", lowerAssignment],
  ["inc_statement", lowerStep],
  ["dec_statement", lowerStep],
  ["send_statement", lowerSend],
  ["receive_statement", lowerReceipt],
  ["expression_statement", lowerCall],
  // Both run what they name, later or beside.
  ["defer_statement", lowerDeferred],
  ["go_statement", lowerBeside],
  ["if_statement", lowerIf],
  ["for_statement", lowerFor],
  ["expression_switch_statement", lowerSwitch],
  ["type_switch_statement", lowerTypeSwitch],
  ["select_statement", lowerSelect],
  ["labeled_statement", lowerLabelled],
  ["return_statement", lowerReturn],
  ["break_statement", lowerBreak],
  ["continue_statement", lowerContinue],
  ["block", lowerBlock],
  ["statement_list", lowerStatements],
  ["ERROR", lowerStatements],
  ["package_clause", dropped],
  ["goto_statement", dropped],
  ["fallthrough_statement", dropped],
  ["empty_statement", dropped],
]);

export function lowerStatement(go: Go, node: NodeId): readonly Stmt[] {
  const kind = go.tree.kind(node);
  const lower = LOWERED.get(kind) ?? lowerCall;
  return go.budget.node(() => {
    const made = lower(go, node);
    const isWhole = go.tree.errors === 0 || LOWERED_WHOLE.has(kind);
    return isWhole ? made : [...made, ...lowerStrays(go, node)];
  }, () => []);
}

/** Kinds of which every child is lowered, whatever it is. */
const LOWERED_WHOLE = new Set(["ERROR", "block", "labeled_statement", "expression_statement"]);

/** What the parser could not place within a statement: it may do something all the same. */
function lowerStrays(go: Go, node: NodeId): readonly Stmt[] {
  const { tree } = go;
  const strays = Array.from(tree.children(node)).filter((child) => tree.kind(child) === "ERROR");
  return strays.flatMap((stray) => go.statement(stray));
}

/** The statements inside a block or a case, which takes no level of its own. */
export function lowerStatements(go: Go, node: NodeId): readonly Stmt[] {
  const { tree } = go;
  const made: Stmt[] = [];
  for (const child of tree.children(node)) {
    const isList = tree.kind(child) === "statement_list";
    for (const each of isList ? tree.children(child) : [child]) {
      for (const statement of go.statement(each)) made.push(statement);
    }
  }
  return made;
}

/** An expression for what it does; what is unknown counts as one. */
function lowerCall(go: Go, node: NodeId): readonly Stmt[] {
  const { tree } = go;
  const isStatement = tree.kind(node) === "expression_statement";
  const inner = isStatement ? tree.firstChild(node) : node;
  if (inner === undefined) return [];
  const end = lowerEnd(go, inner);
  if (end) return [end];
  return expressionStatement(go.expression(inner), go.tree.span(node));
}

function lowerDeferred(go: Go, node: NodeId): readonly Stmt[] {
  const call = go.tree.firstChild(node);
  return call === undefined ? [] : expressionStatement(go.expression(call), go.tree.span(node));
}

/** What waits at a channel reads what is sent behind this line: it is looked at in the end too. */
function lowerBeside(go: Go, node: NodeId): readonly Stmt[] {
  const made = lowerDeferred(go, node);
  const [only] = made;
  if (only?.s !== "expr" || only.value.e !== "call" || !/<-|\brange\b/.test(go.tree.textOf(node))) {
    return made;
  }
  const { callee } = only.value;
  return callee.e === "function" ? [...made, { s: "expr", value: callee, at: only.at }] : made;
}

function expressionStatement(value: Expr, at: Span): readonly Stmt[] {
  const saysNothing = value.e === "other" && value.parts.length === 0;
  return saysNothing ? [] : [{ s: "expr", value, at }];
}

function lowerIf(go: Go, node: NodeId): readonly Stmt[] {
  const { tree } = go;
  const at = tree.span(node);
  const init = tree.child(node, "initializer");
  const before = init === undefined ? [] : go.statement(init);
  const condition = tree.child(node, "condition");
  const then = tree.child(node, "consequence");
  const made: Stmt = {
    s: "if",
    test: condition === undefined ? nothing(at) : go.expression(condition),
    then: then === undefined ? [] : go.statements(then),
    otherwise: lowerElse(go, tree.child(node, "alternative")),
    at,
  };
  return before.length === 0 ? [made] : [{ s: "block", body: [...before, made], at }];
}

function lowerElse(go: Go, node: NodeId | undefined): readonly Stmt[] {
  if (node === undefined) return [];
  return go.tree.kind(node) === "block" ? go.statements(node) : go.statement(node);
}

function lowerLabelled(go: Go, node: NodeId): readonly Stmt[] {
  const { tree } = go;
  const name = tree.child(node, "label");
  const label = name === undefined ? {} : { label: tree.textOf(name) };
  const inner = Array.from(tree.children(node)).filter((child) => child !== name);
  const body = inner.flatMap((child) => go.statement(child));
  const [only, second] = body;
  // What stands before a loop shares its block with the label.
  const flat = only?.s === "block" && only.label === undefined && !second ? only.body : body;
  return [{ s: "block", ...label, body: flat, at: tree.span(node) }];
}

function lowerReturn(go: Go, node: NodeId): readonly Stmt[] {
  const { tree } = go;
  const at = tree.span(node);
  const values = listed(tree, tree.firstChild(node));
  const value = values.length === 0
    ? namedReturn(go, at)
    : valueOf(go, { values, count: values.length });
  return [{ s: "return", ...(value && { value }), at }];
}

function lowerBreak({ tree }: Go, node: NodeId): readonly Stmt[] {
  const name = tree.firstChild(node, "label_name");
  const label = name === undefined ? {} : { label: tree.textOf(name) };
  return [{ s: "break", ...label, at: tree.span(node) }];
}

function lowerBlock(go: Go, node: NodeId): readonly Stmt[] {
  const body = go.statements(node);
  return body.length === 0 ? [] : [{ s: "block", body, at: go.tree.span(node) }];
}
