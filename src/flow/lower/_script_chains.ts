// What nests to the left without end: members, calls, operators, types put on a value. A chain is
// gone through from its innermost object outwards, so that its length is no depth.

import type { NodeId } from "../../syntax/mod.ts";
import type { Arg, Expr } from "../ir.ts";
import { childrenOf, nameOf, operand, operatorOf, type Script, spend } from "./_script_context.ts";
import { constantTextOf, Sum, taggedArgs } from "./_script_text.ts";
import { isPlainType, typeOf } from "./_script_types.ts";

interface Link {
  readonly node: NodeId;
  /** Links that the grammar puts around the whole operation, and that are its right side's. */
  readonly onRight: readonly Link[];
}

interface Chain {
  readonly base: NodeId;
  /** The outermost first. */
  readonly links: readonly Link[];
  /** As for a link; of a base that is an operation with one side. */
  readonly onOperand: readonly Link[];
}

/** One expression: where its chain starts, and all that is put on it. */
export function chained(script: Script, node: NodeId): Expr {
  const { base, links, onOperand } = chainOf(script, node);
  const first = onOperand.length > 0 ? linkedInside(script, base, onOperand) : script.start(base);
  return linked(script, first, links);
}

const SEEN_THROUGH = new Set([
  "parenthesized_expression",
  "non_null_expression",
  "satisfies_expression",
  "instantiation_expression",
]);
const POSTFIX = new Set(["member_expression", "subscript_expression", "call_expression"]);
const LOOSE = new Set(["binary_expression", "unary_expression"]);

function chainOf(script: Script, node: NodeId): Chain {
  const { tree } = script;
  const links: Link[] = [];
  let at = node;
  /** From here on, `links` holds postfix ones with nothing in between. */
  let postfix = 0;
  let onRight: Link[] = [];
  for (;;) {
    const kind = tree.kind(at);
    const isSeenThrough = SEEN_THROUGH.has(kind);
    const inner = isSeenThrough ? tree.firstChild(at) : innerOf(script, at);
    if (inner === undefined) break;
    if (isSeenThrough) {
      // The grammar reads `a + b!.c` as `(a + b)!.c`; without brackets, that cannot be.
      const isMisread = kind === "non_null_expression" && LOOSE.has(tree.kind(inner));
      if (isMisread) onRight = [...links.splice(postfix), ...onRight];
      else if (kind === "parenthesized_expression") postfix = links.length;
    } else {
      links.push({ node: at, onRight });
      if (!POSTFIX.has(kind)) postfix = links.length;
      onRight = [];
    }
    at = isCall(script, links) ? calleeOf(script, inner) : inner;
  }
  return { base: at, links, onOperand: onRight };
}

function isCall({ tree }: Script, links: readonly Link[]): boolean {
  const last = links[links.length - 1];
  return last !== undefined && tree.kind(last.node) === "call_expression";
}

/** `(0, x.y)(…)` of bundlers calls `x.y`. */
function calleeOf(script: Script, node: NodeId): NodeId {
  if (script.tree.kind(node) !== "sequence_expression") return node;
  const [first, second, ...more] = childrenOf(script, node);
  const isPlain = first !== undefined && script.tree.kind(first) === "number";
  return isPlain && second !== undefined && more.length === 0 ? second : node;
}

/** What a link is put on. */
function innerOf({ tree }: Script, node: NodeId): NodeId | undefined {
  switch (tree.kind(node)) {
    case "member_expression":
    case "subscript_expression":
      return tree.child(node, "object");
    case "call_expression":
      return tree.child(node, "function");
    case "binary_expression":
      return tree.child(node, "left");
    case "as_expression":
      return tree.firstChild(node);
    case "type_assertion":
      return [...tree.children(node)][1];
    default:
      return undefined;
  }
}

/** An expression with links of the right side of an operation put where they belong. */
function linkedInside(script: Script, node: NodeId, links: readonly Link[]): Expr {
  const { tree } = script;
  const at = tree.span(node);
  const kind = tree.kind(node);
  const side = kind === "unary_expression" ? "argument" : "right";
  const inner = LOOSE.has(kind) ? tree.child(node, side) : undefined;
  if (inner === undefined) return linked(script, script.expression(node), links);
  return script.budget.node(() => {
    const value = linkedInside(script, inner, links);
    if (side === "argument") return unaryOf(script, node, value);
    const left = operand(script, { node, field: "left" });
    return operationOf(script, { left, right: value, node });
  }, () => ({ e: "other", parts: [], at }));
}

/** `first` with the links around it, from the innermost to the outermost. */
function linked(script: Script, first: Expr, links: readonly Link[]): Expr {
  let value = first;
  for (let i = links.length - 1; i >= 0 && spend(script);) {
    const link = links[i]!;
    if (isSum(script, link)) {
      const sum = new Sum(value);
      while (i >= 0 && isSum(script, links[i]) && spend(script)) {
        const { node } = links[i--]!;
        sum.add(rightOf(script, links[i + 1]!), script.tree.span(node));
      }
      value = sum.value;
      continue;
    }
    value = linkOn(script, value, link);
    i--;
  }
  return value;
}

function isSum(script: Script, link: Link | undefined): boolean {
  return link !== undefined && script.tree.kind(link.node) === "binary_expression" &&
    operatorOf(script, link.node) === "+";
}

function rightOf(script: Script, { node, onRight }: Link): Expr {
  const right = script.tree.child(node, "right");
  return right === undefined || onRight.length === 0
    ? operand(script, { node, field: "right" })
    : linkedInside(script, right, onRight);
}

function linkOn(script: Script, value: Expr, link: Link): Expr {
  const { node } = link;
  switch (script.tree.kind(node)) {
    case "member_expression":
      return memberOf(script, value, node);
    case "subscript_expression":
      return elementOf(script, value, node);
    case "call_expression":
      return callOf(script, value, node);
    case "binary_expression":
      return operationOf(script, { left: value, right: rightOf(script, link), node });
    default:
      return castOf(script, value, node);
  }
}

function memberOf(script: Script, object: Expr, node: NodeId): Expr {
  const { tree } = script;
  const at = tree.span(node);
  const property = tree.child(node, "property");
  return property === undefined
    ? { e: "other", parts: [object], at }
    : { e: "member", object, name: nameOf(script, property), at };
}

function elementOf(script: Script, object: Expr, node: NodeId): Expr {
  const at = script.tree.span(node);
  const index = operand(script, { node, field: "index" });
  const name = constantTextOf(index);
  return name === undefined ? { e: "index", object, index, at } : { e: "member", object, name, at };
}

function callOf(script: Script, callee: Expr, node: NodeId): Expr {
  const args = argsOf(script, script.tree.child(node, "arguments"));
  return { e: "call", callee, args, isNew: false, at: script.tree.span(node) };
}

export function argsOf(script: Script, list: NodeId | undefined): Arg[] {
  if (list === undefined) return [];
  const { tree } = script;
  if (tree.kind(list) === "template_string") return taggedArgs(script, list);
  return childrenOf(script, list).map((node): Arg => {
    const spread = tree.kind(node) === "spread_element" ? tree.firstChild(node) : undefined;
    return spread === undefined
      ? { value: script.expression(node) }
      : { value: script.expression(spread), spread: "positional" };
  });
}

const LOGIC: Readonly<Record<string, "and" | "or" | "??">> = {
  "&&": "and",
  "||": "or",
  "??": "??",
};

/** The spelling of `&&`, `||` and `??` in the small tree. */
export function logicOf(op: string): "and" | "or" | "??" | undefined {
  return LOGIC[op];
}

function operationOf(
  script: Script,
  { left, right, node }: { left: Expr; right: Expr; node: NodeId },
): Expr {
  const op = operatorOf(script, node);
  const at = script.tree.span(node);
  const logic = logicOf(op);
  if (logic) return { e: "logic", op: logic, left, right, at };
  if (op !== "+") return { e: "binary", op, left, right, at };
  const sum = new Sum(left);
  sum.add(right, at);
  return sum.value;
}

export function unaryOf(script: Script, node: NodeId, value: Expr): Expr {
  const op = operatorOf(script, node);
  return { e: "unary", op: op === "!" ? "not" : op, value, at: script.tree.span(node) };
}

/** `x as T` and `<T>x`: only where `T` is primitive does it say something of the value. */
function castOf(script: Script, value: Expr, node: NodeId): Expr {
  const { tree } = script;
  const [first, second] = childrenOf(script, node);
  const type = tree.kind(node) === "as_expression" ? second : first && tree.firstChild(first);
  if (type === undefined || !isPlainType(script, type)) return value;
  return { e: "cast", value, type: typeOf(script, type), at: tree.span(node) };
}
