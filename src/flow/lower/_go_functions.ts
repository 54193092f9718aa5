// Functions, methods and function literals: their parameters, and the results that have names, which
// are variables of the body.

import type { Span } from "../../core/mod.ts";
import type { NodeId } from "../../syntax/mod.ts";
import type { Expr, Func, Param, Stmt } from "../ir.ts";
import { type Frame, type Go, inField, type NamedResult, nothing } from "./_go_context.ts";
import { lowerType, typeIn, typeName, zeroValue } from "./_go_types.ts";

export function lowerFunctionLiteral(go: Go, node: NodeId): Expr {
  return { e: "function", func: funcOf(go, node), at: go.tree.span(node) };
}

export function lowerFunction(go: Go, node: NodeId): readonly Stmt[] {
  return [{ s: "func", func: funcOf(go, node), at: go.tree.span(node) }];
}

/** A method stands in a class of its receiver's name, with nothing else in it. */
export function lowerMethod(go: Go, node: NodeId): readonly Stmt[] {
  const { tree } = go;
  const at = tree.span(node);
  const list = tree.child(node, "receiver");
  const receiver = list === undefined ? undefined : tree.firstChild(list);
  const type = receiver === undefined ? undefined : tree.child(receiver, "type");
  const named = receiver === undefined ? undefined : tree.child(receiver, "name");
  const name = named === undefined ? "" : nameOf(go, named);
  const func = { ...funcOf(go, node), ...(name !== "" && { "self": name }) };
  return [{
    s: "class",
    def: {
      name: type === undefined ? "" : typeName(go, type),
      bases: [],
      decorators: [],
      methods: [{ func, isStatic: false, kind: "method" }],
      fields: [],
      at,
    },
    at,
  }];
}

function funcOf(go: Go, node: NodeId): Func {
  const { tree } = go;
  const name = tree.child(node, "name");
  const list = tree.child(node, "parameters");
  const params = list === undefined
    ? []
    : Array.from(tree.children(list)).flatMap((each) => lowerParams(go, each));
  return {
    name: name === undefined ? "" : tree.textOf(name),
    params,
    body: lowerBody(go, node),
    decorators: [],
    isAsync: false,
    isGenerator: false,
    at: tree.span(node),
    nameAt: name === undefined ? headOf(go, node) : tree.span(name),
  };
}

/** From `func` to the results. */
function headOf({ tree }: Go, node: NodeId): Span {
  const last = tree.child(node, "result") ?? tree.child(node, "parameters") ?? node;
  return { start: tree.span(node).start, end: tree.span(last).end };
}

/** `a, b int` are two of one type; `int` alone has no name. */
function lowerParams(go: Go, node: NodeId): Param[] {
  const { tree } = go;
  const rest = tree.kind(node) === "variadic_parameter_declaration"
    ? { rest: "positional" } as const
    : {};
  const names = inField(tree, node, "name");
  if (names.length === 0) {
    return [{ target: { k: "none", at: tree.span(node) }, name: "", ...typeIn(go, node), ...rest }];
  }
  const type = typeIn(go, node);
  return names.map((name) => {
    const at = tree.span(name);
    const text = nameOf(go, name);
    const target = text === ""
      ? { k: "none", at } as const
      : { k: "name", name: text, at } as const;
    return { target, name: "", ...type, ...rest };
  });
}

/** Empty for `_`. */
function nameOf({ tree }: Go, node: NodeId): string {
  const name = tree.textOf(node);
  return name === "_" ? "" : name;
}

// -------------------------------------------------------------------------------------------- bodies

function lowerBody(go: Go, node: NodeId): readonly Stmt[] {
  const body = go.tree.child(node, "body");
  if (body === undefined) return [];
  const around = go.frame;
  const frame: Frame = { isFile: false, results: namedResults(go, node), loops: [] };
  go.frame = frame;
  const made = [...declaredResults(go, frame), ...go.statements(body)];
  go.frame = around;
  return made;
}

function namedResults(go: Go, node: NodeId): NamedResult[] {
  const { tree } = go;
  const list = tree.child(node, "result");
  if (list === undefined || tree.kind(list) !== "parameter_list") return [];
  return Array.from(tree.children(list)).flatMap((result) =>
    inField(tree, result, "name").map((name) => ({
      name: nameOf(go, name),
      type: tree.child(result, "type"),
      at: tree.span(name),
    }))
  );
}

function declaredResults(go: Go, { results }: Frame): Stmt[] {
  return results.filter(({ name }) => name !== "").map(({ name, type, at }): Stmt => ({
    s: "assign",
    target: { k: "name", name, at },
    value: type === undefined ? nothing(at) : zeroValue(go, { type, at }),
    ...(type !== undefined && { type: lowerType(go, type) }),
    declares: true,
    at,
  }));
}

/** What a `return` without values gives back; `at` is its place. */
export function namedReturn({ frame }: Go, at: Span): Expr | undefined {
  const values = frame.results.map(({ name }): Expr =>
    name === "" ? nothing(at) : { e: "name", name, at }
  );
  if (values.length <= 1) return values[0];
  return { e: "list", items: values.map((value) => ({ value })), at };
}
