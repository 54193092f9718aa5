// Names, constants, members, templates and the rest of a script's plain expressions.

import { toFile } from "../../core/mod.ts";
import { literalPieces, type NodeId } from "../../syntax/mod.ts";
import type { Expr, Item } from "../ir.ts";
import {
  childrenOf,
  type ExpressionTable,
  isText,
  joinedText,
  lastOf,
  type Lowering,
  operand,
  partsOf,
  textConstant,
  unknown,
} from "./_script_lowering.ts";
import { typeOf } from "./_script_types.ts";

function name({ tree }: Lowering, node: NodeId): Expr {
  return { e: "name", name: tree.textOf(node), at: tree.span(node) };
}

function constant(type: "number" | "boolean" | "null" | "regex") {
  return ({ tree }: Lowering, node: NodeId): Expr => ({
    e: "const",
    type,
    text: tree.textOf(node),
    at: tree.span(node),
  });
}

function literal(low: Lowering, node: NodeId): Expr {
  const { tree } = low;
  const at = tree.span(node);
  const pieces = literalPieces(tree, node) ?? [];
  const parts = pieces.map((piece): Expr =>
    piece.kind === "expression" ? low.expression(piece.node) : textConstant(
      piece.value.text,
      toFile(piece.value, { start: 0, end: piece.value.text.length }),
    )
  );
  const [first] = parts;
  if (!first) return textConstant("", at);
  return parts.length === 1 && isText(first) ? { ...first, at } : joinedText(parts, at);
}

/** Links of a chain that are gone through without nesting. */
interface Link {
  readonly node: NodeId;
  readonly object: NodeId;
}

const MEMBERS = new Set(["member_expression", "subscript_expression"]);

/** From the innermost object outwards, however long the chain. */
function member(low: Lowering, node: NodeId): Expr {
  const { tree } = low;
  const links: Link[] = [];
  let at = node;
  while (MEMBERS.has(tree.kind(at))) {
    const object = tree.child(at, "object");
    if (object === undefined) return partsOf(low, node);
    links.push({ node: at, object });
    at = object;
  }
  let expr = low.expression(lastOf(links)!.object);
  for (const { node: link } of links.reverse()) expr = linked(low, { object: expr, link });
  return expr;
}

function linked(low: Lowering, { object, link }: { object: Expr; link: NodeId }): Expr {
  const { tree } = low;
  const at = { start: object.at.start, end: tree.span(link).end };
  const property = tree.child(link, "property");
  if (property !== undefined) return { e: "member", object, name: tree.textOf(property), at };
  const index = operand(low, { node: link, field: "index" });
  if (index.e === "const" && index.type === "text") {
    return { e: "member", object, name: index.text, at };
  }
  return { e: "index", object, index, at };
}

function list(low: Lowering, node: NodeId): Expr {
  const items = childrenOf(low, node).map((child): Item => {
    const isSpread = low.tree.kind(child) === "spread_element";
    const value = isSpread ? firstIn(low, child) : low.expression(child);
    return isSpread ? { value, spread: true } : { value };
  });
  return { e: "list", items, at: low.tree.span(node) };
}

export function firstIn(low: Lowering, node: NodeId): Expr {
  const inner = low.tree.firstChild(node);
  return inner === undefined ? unknown(low.tree.span(node)) : low.expression(inner);
}

function choice(low: Lowering, node: NodeId): Expr {
  return {
    e: "choice",
    test: operand(low, { node, field: "condition" }),
    then: operand(low, { node, field: "consequence" }),
    otherwise: operand(low, { node, field: "alternative" }),
    at: low.tree.span(node),
  };
}

function yielded(low: Lowering, node: NodeId): Expr {
  const inner = low.tree.firstChild(node);
  return {
    e: "yield",
    ...(inner !== undefined && { value: low.expression(inner) }),
    at: low.tree.span(node),
  };
}

const PRIMITIVES = new Set(["string", "number", "boolean", "bigint"]);

/** `x as T`: only a primitive says something of the value. */
function cast(low: Lowering, node: NodeId): Expr {
  const [inner, type] = childrenOf(low, node);
  if (inner === undefined) return unknown(low.tree.span(node));
  const value = low.expression(inner);
  const known = type === undefined ? undefined : typeOf(low, type);
  return known && PRIMITIVES.has(known.name) && known.name !== "string"
    ? { e: "cast", value, type: known, at: low.tree.span(node) }
    : value;
}

const JSX_PARTS = new Set(["jsx_expression", "jsx_element", "jsx_self_closing_element"]);

/** A call that is given all that stands inside in braces. */
function element(low: Lowering, node: NodeId): Expr {
  const { tree } = low;
  const at = tree.span(node);
  const args: Expr[] = [];
  const end = tree.next(node);
  for (let inner = node + 1; inner < end;) {
    if (JSX_PARTS.has(tree.kind(inner))) {
      args.push(low.expression(inner));
      inner = tree.next(inner);
    } else inner++;
  }
  return {
    e: "call",
    callee: { e: "name", name: "jsx", at },
    args: args.map((value) => ({ value })),
    isNew: false,
    at,
  };
}

export const EXPRESSIONS: ExpressionTable = {
  identifier: name,
  property_identifier: name,
  private_property_identifier: name,
  shorthand_property_identifier: name,
  this: name,
  super: name,
  import: name,
  undefined: constant("null"),
  null: constant("null"),
  true: constant("boolean"),
  false: constant("boolean"),
  number: constant("number"),
  regex: constant("regex"),
  string: literal,
  template_string: literal,
  member_expression: member,
  subscript_expression: member,
  array: list,
  ternary_expression: choice,
  yield_expression: yielded,
  as_expression: cast,
  jsx_expression: firstIn,
  jsx_element: element,
  jsx_self_closing_element: element,
  await_expression: (low, node) => ({
    e: "await",
    value: firstIn(low, node),
    at: low.tree.span(node),
  }),
};
