// What is written as a call and is something else: conversions, `make` and `new`, texts put together
// by a format, and the calls that end a program.

import type { NodeId } from "../../syntax/mod.ts";
import type { Expr, Stmt, TypeRef } from "../ir.ts";
import { type Go, operatorOf, withoutParentheses } from "./_go_context.ts";
import { lowerFormat } from "./_go_formats.ts";
import {
  isType,
  isTypeArgument,
  isTypeName,
  lowerType,
  typeExpression,
  typeName,
  underlying,
  zeroValue,
} from "./_go_types.ts";

/** `undefined` for a call that is one. */
export function lowerSpecialCall(go: Go, node: NodeId): Expr | undefined {
  const { tree } = go;
  if (tree.kind(node) !== "call_expression") return undefined;
  const callee = tree.child(node, "function");
  const list = tree.child(node, "arguments");
  if (callee === undefined || list === undefined) return undefined;
  const inner = withoutParentheses(tree, callee);
  if (isSprintf(go, inner)) return lowerFormat(go, node);
  const [first, second] = tree.children(list);
  if (first === undefined) return undefined;
  if (tree.kind(inner) === "identifier" && isType(go, first)) {
    const made = lowerMade(go, { callee: tree.textOf(inner), type: first, node });
    if (made) return made;
  }
  return second === undefined && convertsTo(go, inner)
    ? { e: "cast", value: go.expression(first), type: typeOfCallee(go, inner), at: tree.span(node) }
    : undefined;
}

/** `make([]T, n)`, `new(T)`; a channel stays a call. */
function lowerMade(
  go: Go,
  { callee, type, node }: { callee: string; type: NodeId; node: NodeId },
): Expr | undefined {
  const at = go.tree.span(node);
  if (callee === "new") return zeroValue(go, { type, at });
  if (callee !== "make") return undefined;
  const kind = go.tree.kind(underlying(go, type));
  if (kind === "map_type") return { e: "record", entries: [], at };
  return kind === "slice_type" ? { e: "list", items: [], at } : undefined;
}

/** `string(x)`, `(*T)(x)`, and conversions to types of this file. */
function convertsTo(go: Go, callee: NodeId): boolean {
  const { tree } = go;
  if (tree.kind(callee) === "identifier") return isTypeName(go, tree.textOf(callee));
  if (tree.kind(callee) !== "unary_expression" || operatorOf(tree, callee) !== "*") return false;
  const operand = tree.child(callee, "operand");
  const names = operand === undefined ? [] : namesOf(go, operand);
  const [last = ""] = names.slice(-1);
  // What a pointer to a function points to may be called too, but hardly by a name like this.
  return isExportedName(last) || (names.length === 1 && isTypeName(go, last));
}

function typeOfCallee({ tree }: Go, callee: NodeId): TypeRef {
  const named = tree.child(callee, "operand") ?? callee;
  return { name: tree.textOf(named), args: [], at: tree.span(named) };
}

/** `[T]` for `T`, `[pkg, T]` for `pkg.T`, none for anything else. */
function namesOf({ tree }: Go, node: NodeId): string[] {
  if (tree.kind(node) === "identifier") return [tree.textOf(node)];
  if (tree.kind(node) !== "selector_expression") return [];
  const operand = tree.child(node, "operand");
  const field = tree.child(node, "field");
  return operand !== undefined && field !== undefined && tree.kind(operand) === "identifier"
    ? [tree.textOf(operand), tree.textOf(field)]
    : [];
}

export function isExportedName(name: string): boolean {
  return /^\p{Lu}/u.test(name);
}

/** `T(x)` with a type that no expression looks like, and, to the parser, `f[T](x)` and `fs[i](x)`. */
export function lowerGenericCall(go: Go, node: NodeId): Expr {
  const { tree } = go;
  const at = tree.span(node);
  const type = tree.child(node, "type");
  const operand = tree.child(node, "operand");
  if (type === undefined || operand === undefined) return { e: "other", parts: [], at };
  const value = go.expression(operand);
  const isCall = tree.kind(type) === "generic_type" && !isTypeName(go, typeName(go, type));
  if (!isCall) return { e: "cast", value, type: lowerType(go, type), at };
  return { e: "call", callee: lowerIndexedCallee(go, type), args: [{ value }], isNew: false, at };
}

function lowerIndexedCallee(go: Go, generic: NodeId): Expr {
  const { tree } = go;
  const object = typeExpression(go, generic);
  const args = tree.child(generic, "type_arguments");
  const [only, second] = args === undefined ? [] : [...tree.children(args)];
  const index = only === undefined ? undefined : tree.firstChild(only);
  if (index === undefined || second !== undefined || isTypeArgument(go, index)) return object;
  const [last = ""] = typeName(go, index).split(".").slice(-1);
  // By custom, types of other files begin with a capital letter more often than indexes do.
  if (isExportedName(last)) return object;
  return { e: "index", object, index: typeExpression(go, index), at: tree.span(generic) };
}

/** `fmt.Sprintf`, whatever the package is called here. */
function isSprintf(go: Go, callee: NodeId): boolean {
  const [name = "", member] = namesOf(go, callee);
  return member === "Sprintf" && (go.facts.imports.get(name) ?? name) === "fmt";
}

// --------------------------------------------------------------------------------------------- ends

/** By the package's path; what is named behind it never comes back. */
const ENDS: ReadonlyMap<string, RegExp> = new Map([
  ["log", /^(?:Fatal|Panic)(?:f|ln)?$/],
  ["os", /^Exit$/],
  ["syscall", /^Exit$/],
  ["runtime", /^Goexit$/],
]);

/** The end of the program that a call statement is; `undefined` where it goes on. */
export function lowerEnd(go: Go, node: NodeId): Stmt | undefined {
  const { tree } = go;
  if (tree.kind(node) !== "call_expression") return undefined;
  const callee = tree.child(node, "function");
  if (callee === undefined) return undefined;
  const at = tree.span(node);
  if (tree.kind(callee) === "identifier" && tree.textOf(callee) === "panic") {
    const list = tree.child(node, "arguments");
    const value = list === undefined ? undefined : tree.firstChild(list);
    return { s: "throw", ...(value !== undefined && { value: go.expression(value) }), at };
  }
  return endsProgram(go, callee) ? { s: "throw", value: go.expression(node), at } : undefined;
}

function endsProgram(go: Go, callee: NodeId): boolean {
  const [name = "", member] = namesOf(go, callee);
  if (member === undefined) return false;
  // Loggers of other makers go by the name of the one that they stand in for.
  const names = ENDS.get(go.facts.imports.get(name) ?? name) ?? ENDS.get(name);
  return names?.test(member) ?? false;
}
