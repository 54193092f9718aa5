// Names, constants, choices, assignments and the other expressions that chains do not go through.

import type { NodeId } from "../../syntax/mod.ts";
import type { Expr, Item } from "../ir.ts";
import { argsOf, logicOf, unaryOf } from "./_script_chains.ts";
import {
  childrenOf,
  dotted,
  type ExpressionTable,
  nameOf,
  nothing,
  operand,
  operatorOf,
  type Script,
  spend,
} from "./_script_context.ts";
import { patternOf } from "./_script_patterns.ts";

function name(script: Script, node: NodeId): Expr {
  const text = nameOf(script, node);
  const at = script.tree.span(node);
  // A parser that goes on after an error makes names without text.
  return text === "" ? nothing(at) : { e: "name", name: text, at };
}

function constant(type: "number" | "boolean" | "null" | "regex") {
  return ({ tree }: Script, node: NodeId): Expr => ({
    e: "const",
    type,
    text: tree.textOf(node),
    at: tree.span(node),
  });
}

/** `import.meta`, `new.target`. */
function metaProperty({ tree }: Script, node: NodeId): Expr {
  return dotted(tree.textOf(node), tree.span(node));
}

function inside(script: Script, node: NodeId): Expr {
  const inner = script.tree.firstChild(node);
  return inner === undefined ? nothing(script.tree.span(node)) : script.expression(inner);
}

function list(script: Script, node: NodeId): Expr {
  const { tree } = script;
  const items = childrenOf(script, node).map((child): Item => {
    const isSpread = tree.kind(child) === "spread_element";
    const value = isSpread ? inside(script, child) : script.expression(child);
    return isSpread ? { value, spread: true } : { value };
  });
  return { e: "list", items, at: tree.span(node) };
}

function created(script: Script, node: NodeId): Expr {
  return {
    e: "call",
    callee: operand(script, { node, field: "constructor" }),
    args: argsOf(script, script.tree.child(node, "arguments")),
    isNew: true,
    at: script.tree.span(node),
  };
}

function unary(script: Script, node: NodeId): Expr {
  return unaryOf(script, node, operand(script, { node, field: "argument" }));
}

function yielded(script: Script, node: NodeId): Expr {
  const inner = script.tree.firstChild(node);
  const value = inner === undefined ? undefined : script.expression(inner);
  return { e: "yield", ...(value && { value }), at: script.tree.span(node) };
}

function sequence(script: Script, node: NodeId): Expr {
  const values = sequenceNodes(script, node).map((each) => script.expression(each));
  return { e: "sequence", values, at: script.tree.span(node) };
}

/** The nodes of `a, b, c`, whichever way a grammar nests them. */
export function sequenceNodes(script: Script, node: NodeId): NodeId[] {
  const found: NodeId[] = [];
  const open = [node];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (script.tree.kind(at) === "sequence_expression") {
      for (const child of childrenOf(script, at).reverse()) open.push(child);
    } else found.push(at);
  }
  return found;
}

// -------------------------------------------------------------------- what nests to the right

/** `a ? b : c ? d : e`, made from its end. */
function choice(script: Script, node: NodeId): Expr {
  const { links, last } = tailOf(script, { node, kinds: CHOICES, field: "alternative" });
  let otherwise = last === undefined ? nothing(script.tree.span(node)) : script.expression(last);
  for (const link of links.reverse()) {
    if (!spend(script)) break;
    otherwise = {
      e: "choice",
      test: operand(script, { node: link, field: "condition" }),
      then: operand(script, { node: link, field: "consequence" }),
      otherwise,
      at: script.tree.span(link),
    };
  }
  return otherwise;
}

const CHOICES = new Set(["ternary_expression"]);
const ASSIGNMENTS = new Set(["assignment_expression", "augmented_assignment_expression"]);

/** `a = b = c`, made from its end. */
export function assignment(script: Script, node: NodeId): Expr {
  const { links, last } = tailOf(script, { node, kinds: ASSIGNMENTS, field: "right" });
  let value = last === undefined ? nothing(script.tree.span(node)) : script.expression(last);
  for (const link of links.reverse()) {
    if (!spend(script)) break;
    const op = assignedOperator(script, link);
    const target = patternOf(script, script.tree.child(link, "left") ?? link);
    value = {
      e: "assign",
      target,
      value,
      ...(op !== undefined && { op }),
      at: script.tree.span(link),
    };
  }
  return value;
}

/** `+` of `+=`; a plain `=` is in no node. */
function assignedOperator(script: Script, node: NodeId): string | undefined {
  const op = operatorOf(script, node).slice(0, -1);
  return op === "" ? undefined : logicOf(op) ?? op;
}

interface Tail {
  /** The outermost first. */
  readonly links: NodeId[];
  readonly last: NodeId | undefined;
}

/** A node, the node of the same kinds that ends it, the one that ends that, and so on. */
function tailOf(
  { tree }: Script,
  { node, kinds, field }: { node: NodeId; kinds: ReadonlySet<string>; field: string },
): Tail {
  const links: NodeId[] = [];
  let at: NodeId | undefined = node;
  while (at !== undefined) {
    if (kinds.has(tree.kind(at))) {
      links.push(at);
      at = tree.child(at, field);
    } else if (tree.kind(at) === "parenthesized_expression") at = tree.firstChild(at);
    else break;
  }
  return { links, last: at };
}

/** `a++` adds one. */
function update(script: Script, node: NodeId): Expr {
  const { tree } = script;
  const at = tree.span(node);
  const target = patternOf(script, tree.child(node, "argument") ?? node);
  const op = operatorOf(script, node) === "--" ? "-" : "+";
  return { e: "assign", target, value: { e: "const", type: "number", text: "1", at }, op, at };
}

export const EXPRESSIONS: ExpressionTable = {
  identifier: name,
  property_identifier: name,
  private_property_identifier: name,
  shorthand_property_identifier: name,
  shorthand_property_identifier_pattern: name,
  this: name,
  super: name,
  import: name,
  meta_property: metaProperty,
  undefined: constant("null"),
  null: constant("null"),
  true: constant("boolean"),
  false: constant("boolean"),
  number: constant("number"),
  regex: constant("regex"),
  array: list,
  new_expression: created,
  unary_expression: unary,
  yield_expression: yielded,
  sequence_expression: sequence,
  ternary_expression: choice,
  assignment_expression: assignment,
  augmented_assignment_expression: assignment,
  update_expression: update,
  spread_element: inside,
  computed_property_name: inside,
  await_expression: (script, node) => ({
    e: "await",
    value: inside(script, node),
    at: script.tree.span(node),
  }),
};
