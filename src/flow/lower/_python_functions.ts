// Functions and lambdas of Python, with their parameters.

import type { Span } from "../../core/mod.ts";
import type { NodeId } from "../../syntax/mod.ts";
import type { Expr, Func, Param, Stmt } from "../ir.ts";
import {
  bodyStatements,
  childrenOf,
  type ExpressionTable,
  type Lowering,
  statementsOf,
  type StatementTable,
} from "./_python_lowering.ts";
import { targetOf } from "./_python_targets.ts";
import { typeOf } from "./_python_types.ts";

/** A definition without its decorators, and these. */
export interface Definition {
  readonly node: NodeId;
  readonly decorators: readonly NodeId[];
}

/** What stands behind decorators; of any other node, itself. */
export function definitionOf(low: Lowering, node: NodeId): Definition {
  const { tree } = low;
  if (tree.kind(node) !== "decorated_definition") return { node, decorators: [] };
  const decorators: NodeId[] = [];
  for (const child of childrenOf(low, node)) {
    const inner = tree.kind(child) === "decorator" ? childrenOf(low, child)[0] : undefined;
    if (inner !== undefined) decorators.push(inner);
  }
  return { node: tree.child(node, "definition") ?? node, decorators };
}

/** `takesSelf`: the first parameter is the object, or the class, that a method is called on. */
export function functionOf(
  low: Lowering,
  { node, decorators }: Definition,
  { takesSelf }: { takesSelf: boolean },
): Func {
  const { tree } = low;
  const name = tree.child(node, "name");
  const at = tree.span(node);
  const before = decorators.map((decorator) => low.expression(decorator));
  const params = parametersOf(low, tree.child(node, "parameters"));
  const receiver = takesSelf ? receiverOf(params[0]) : undefined;
  const block = tree.child(node, "body");
  const body = inOwnFunction(
    low,
    () => block === undefined ? [] : statementsOf(low, bodyStatements(low, block)),
  );
  return {
    name: name === undefined ? "" : tree.textOf(name),
    params: receiver === undefined ? params : params.slice(1),
    ...(receiver === undefined ? {} : { self: receiver }),
    decorators: before,
    ...body,
    isAsync: tree.text.startsWith("async", at.start),
    at,
    nameAt: name === undefined ? at : tree.span(name),
  };
}

function receiverOf(first: Param | undefined): string | undefined {
  if (!first || first.rest || first.keywordOnly || first.target.k !== "name") return undefined;
  return first.target.name;
}

/** A `yield` makes a generator of the innermost function around it, and of that one only. */
function inOwnFunction(
  low: Lowering,
  body: () => readonly Stmt[],
): Pick<Func, "body" | "isGenerator" | "outer"> {
  const { yields, outer } = low;
  low.yields = false;
  low.outer = [];
  const statements = body();
  const isGenerator = low.yields;
  const names = low.outer;
  low.yields = yields;
  low.outer = outer;
  return { body: statements, isGenerator, ...(names.length > 0 && { outer: names }) };
}

function lambda(low: Lowering, node: NodeId): Expr {
  const { tree } = low;
  const at = tree.span(node);
  const list = tree.child(node, "parameters");
  const value = tree.child(node, "body");
  const params = parametersOf(low, list);
  const body = inOwnFunction(
    low,
    () =>
      value === undefined
        ? []
        : [{ s: "return", value: low.expression(value), at: tree.span(value) }],
  );
  const func: Func = {
    name: "",
    params,
    decorators: [],
    ...body,
    isAsync: false,
    at,
    nameAt: lambdaHead(at, list === undefined ? undefined : tree.span(list)),
  };
  return { e: "function", func, at };
}

function lambdaHead({ start }: Span, parameters: Span | undefined): Span {
  return { start, end: parameters?.end ?? start + "lambda".length };
}

function parametersOf(low: Lowering, list: NodeId | undefined): readonly Param[] {
  if (list === undefined) return [];
  const { tree } = low;
  let params: Param[] = [];
  let keywordOnly = false;
  for (const child of childrenOf(low, list)) {
    const kind = tree.kind(child);
    if (kind === "positional_separator") params = params.map((param) => ({ ...param, name: "" }));
    else if (kind === "keyword_separator") keywordOnly = true;
    else if (kind !== "ERROR") {
      const param = parameterOf(low, child);
      params.push(keywordOnly && !param.rest ? { ...param, keywordOnly } : param);
      keywordOnly ||= param.rest === "positional";
    }
  }
  return params;
}

const RESTS = {
  list_splat_pattern: "positional",
  dictionary_splat_pattern: "keywords",
} as const;

function restOf(kind: string): Param["rest"] {
  return Object.hasOwn(RESTS, kind) ? RESTS[kind as keyof typeof RESTS] : undefined;
}

const WITH_PARTS = new Set(["typed_parameter", "default_parameter", "typed_default_parameter"]);

function parameterOf(low: Lowering, node: NodeId): Param {
  const { tree } = low;
  const hasParts = WITH_PARTS.has(tree.kind(node));
  const named = hasParts ? tree.child(node, "name") ?? childrenOf(low, node)[0] ?? node : node;
  const rest = restOf(tree.kind(named));
  const type = hasParts ? tree.child(node, "type") : undefined;
  const value = hasParts ? tree.child(node, "value") : undefined;
  const isName = tree.kind(named) === "identifier";
  return {
    target: parameterTarget(low, { node: named, isName }),
    name: isName ? tree.textOf(named) : "",
    ...(type === undefined ? {} : { type: typeOf(low, type) }),
    ...(value === undefined ? {} : { default: low.expression(value) }),
    ...(rest ? { rest } : {}),
  };
}

/** A parameter called `_` is one that the function may use. */
function parameterTarget(
  low: Lowering,
  { node, isName }: { node: NodeId; isName: boolean },
): Param["target"] {
  if (!isName) return targetOf(low, node);
  return { k: "name", name: low.tree.textOf(node), at: low.tree.span(node) };
}

function definition(low: Lowering, node: NodeId): readonly Stmt[] {
  const func = functionOf(low, { node, decorators: [] }, { takesSelf: false });
  return [{ s: "func", func, at: low.tree.span(node) }];
}

export const FUNCTIONS: StatementTable = { function_definition: definition };
export const LAMBDAS: ExpressionTable = { lambda };
