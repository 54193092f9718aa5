// Classes: their bases, methods and fields.

import type { NodeId } from "../../syntax/mod.ts";
import type { ClassDef, Expr, Field, Func, Method, Stmt } from "../ir.ts";
import {
  bodyOf,
  childrenIn,
  childrenOf,
  type ExpressionTable,
  nameOf,
  operand,
  partsOf,
  type Script,
  type StatementTable,
  wordsBefore,
} from "./_script_context.ts";
import { decorator, decoratorsOf, functionOf } from "./_script_functions.ts";
import { keyOf } from "./_script_patterns.ts";
import { annotationOf } from "./_script_types.ts";

/** `decorators`: those that stand outside of the class, before `export`. */
export function classOf(
  script: Script,
  node: NodeId,
  { decorators = [] }: { decorators?: readonly Expr[] } = {},
): ClassDef {
  const { tree } = script;
  const name = tree.child(node, "name");
  return {
    name: name === undefined ? "" : nameOf(script, name),
    bases: basesOf(script, node),
    decorators: [...decorators, ...decoratorsOf(script, node)],
    ...membersOf(script, tree.child(node, "body")),
    at: tree.span(node),
  };
}

function basesOf(script: Script, node: NodeId): Expr[] {
  const { tree } = script;
  const heritage = tree.firstChild(node, "class_heritage");
  if (heritage === undefined) return [];
  return childrenOf(script, heritage).flatMap((clause) => {
    const kind = tree.kind(clause);
    if (kind === "implements_clause") return [];
    if (kind !== "extends_clause") return [script.expression(clause)];
    return childrenIn(script, { node: clause, field: "value" })
      .map((base) => script.expression(base));
  });
}

interface Members {
  readonly methods: Method[];
  readonly fields: Field[];
}

/** Say what a member looks like, and do nothing. */
const SIGNATURES = new Set([
  "method_signature",
  "abstract_method_signature",
  "function_signature",
  "index_signature",
]);

function membersOf(script: Script, body: NodeId | undefined): Members {
  const members: Members = { methods: [], fields: [] };
  if (body === undefined) return members;
  // TypeScript's stand before the method, JavaScript's in it.
  let decorators: Expr[] = [];
  for (const node of childrenOf(script, body)) {
    if (script.tree.kind(node) === "decorator") {
      decorators.push(decorator(script, node));
      continue;
    }
    addMember(script, node, { members, decorators });
    decorators = [];
  }
  return members;
}

function addMember(
  script: Script,
  node: NodeId,
  { members, decorators }: { members: Members; decorators: readonly Expr[] },
): void {
  const kind = script.tree.kind(node);
  if (SIGNATURES.has(kind)) return;
  if (kind === "method_definition") {
    const method = methodOf(script, node, { decorators });
    members.methods.push(method);
    if (method.kind === "constructor") members.fields.push(...typedFields(method.func));
  } else if (kind === "public_field_definition" || kind === "field_definition") {
    members.fields.push(fieldOf(script, node));
  } else {
    const value = kind === "class_static_block" ? staticBlock(script, node) : partsOf(script, node);
    members.fields.push({ name: "", value, isStatic: true, at: script.tree.span(node) });
  }
}

/** `constructor(private shell: Shell)` declares a field of that type. */
function typedFields({ params, body }: Func): Field[] {
  const made = new Set(body.map(({ at: { start } }) => start));
  return params.flatMap(({ target, type }) => {
    if (target.k !== "name" || !type || !made.has(target.at.start)) return [];
    return [{ name: target.name, type, isStatic: false, at: target.at }];
  });
}

export function methodOf(
  script: Script,
  node: NodeId,
  { decorators = [] }: { decorators?: readonly Expr[] } = {},
): Method {
  const { tree } = script;
  const name = tree.child(node, "name");
  const words = wordsBefore(script, node, name);
  const isStatic = words.has("static");
  const isConstructor = !isStatic && name !== undefined && nameOf(script, name) === "constructor";
  const func = functionOf(script, node, {
    decorators: [...decorators, ...decoratorsOf(script, node)],
    makesFields: isConstructor,
  });
  const kind = isConstructor
    ? "constructor"
    : words.has("get")
    ? "getter"
    : words.has("set")
    ? "setter"
    : "method";
  return { func, isStatic, kind };
}

function fieldOf(script: Script, node: NodeId): Field {
  const { tree } = script;
  const name = tree.child(node, "name") ?? tree.child(node, "property");
  const words = wordsBefore(script, node, name);
  const hasValue = tree.child(node, "value") !== undefined;
  return {
    name: name === undefined ? "" : keyOf(script, name).key ?? tree.textOf(name),
    ...annotationOf(script, node),
    ...(hasValue && { value: operand(script, { node, field: "value" }) }),
    isStatic: words.has("static"),
    at: tree.span(node),
  };
}

/** `static { … }` runs once, with the class: the value of a field that nothing can name. */
function staticBlock(script: Script, node: NodeId): Expr {
  const at = script.tree.span(node);
  const around = script.loops;
  script.loops = [];
  const func: Func = {
    name: "",
    params: [],
    body: bodyOf(script, script.tree.child(node, "body")),
    decorators: [],
    isAsync: false,
    isGenerator: false,
    at,
    nameAt: { start: at.start, end: at.start + "static".length },
  };
  script.loops = around;
  return { e: "call", callee: { e: "function", func, at }, args: [], isNew: false, at };
}

function classExpression(script: Script, node: NodeId): Expr {
  return { e: "class", def: classOf(script, node), at: script.tree.span(node) };
}

function classStatement(script: Script, node: NodeId): readonly Stmt[] {
  return [{ s: "class", def: classOf(script, node), at: script.tree.span(node) }];
}

export const CLASSES: ExpressionTable = {
  class: classExpression,
  class_declaration: classExpression,
};

export const CLASS_STATEMENTS: StatementTable = {
  class_declaration: classStatement,
  abstract_class_declaration: classStatement,
};
