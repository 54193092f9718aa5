// Classes of Python, and definitions behind decorators.

import type { NodeId } from "../../syntax/mod.ts";
import type { ClassDef, Expr, Field, Func, Method, Stmt } from "../ir.ts";
import { type Definition, definitionOf, functionOf } from "./_python_functions.ts";
import {
  append,
  bodyStatements,
  childrenOf,
  type Lowering,
  type StatementTable,
} from "./_python_lowering.ts";
import { chainedAssignment } from "./_python_statements.ts";
import { targetOf } from "./_python_targets.ts";
import { typeOf } from "./_python_types.ts";

/** What the body of a class holds. `others` run when the class is made. */
interface Members {
  readonly methods: Method[];
  readonly fields: Field[];
  readonly others: Stmt[];
}

/** The class, then what else its body does. */
function classStatements(low: Lowering, definition: Definition): readonly Stmt[] {
  const { def, others } = classOf(low, definition);
  return [{ s: "class", def, at: low.tree.span(definition.node) }, ...others];
}

function classOf(
  low: Lowering,
  { node, decorators }: Definition,
): { def: ClassDef; others: readonly Stmt[] } {
  const { tree } = low;
  const name = tree.child(node, "name");
  const body = tree.child(node, "body");
  const before = decorators.map((decorator) => low.expression(decorator));
  const bases = basesOf(low, tree.child(node, "superclasses"));
  const members: Members = { methods: [], fields: [], others: [] };
  if (body !== undefined) addMembers(low, members, bodyStatements(low, body));
  const { methods, fields, others } = members;
  const def: ClassDef = {
    name: name === undefined ? "" : tree.textOf(name),
    bases,
    decorators: before,
    methods,
    fields,
    at: tree.span(node),
  };
  return { def, others };
}

/** Keywords such as `metaclass=` are no bases. */
function basesOf(low: Lowering, list: NodeId | undefined): readonly Expr[] {
  if (list === undefined) return [];
  const bases = childrenOf(low, list).filter((base) =>
    !/^(?:keyword_argument|dictionary_splat)$/.test(low.tree.kind(base))
  );
  return bases.map((base) => low.expression(base));
}

function addMembers(low: Lowering, members: Members, nodes: readonly NodeId[]): void {
  for (const node of nodes) low.bounded(() => addMember(low, members, node), () => {});
}

/** Members stand in the branches of these, too. */
const BRANCHING = new Set(["if_statement", "try_statement", "with_statement"]);
const CLAUSES = new Set([
  "block",
  "elif_clause",
  "else_clause",
  "except_clause",
  "finally_clause",
]);

function addMember(low: Lowering, members: Members, node: NodeId): void {
  const { tree } = low;
  const kind = tree.kind(node);
  const definition = definitionOf(low, node);
  const defined = tree.kind(definition.node);
  if (defined === "function_definition") {
    members.methods.push(methodOf(low, definition));
  } else if (defined === "class_definition") {
    addInnerClass(low, members, definition);
  } else if (BRANCHING.has(kind) || CLAUSES.has(kind)) {
    addMembers(
      low,
      members,
      childrenOf(low, node).filter((child) => CLAUSES.has(tree.kind(child))),
    );
    if (CLAUSES.has(kind)) addMembers(low, members, plainStatements(low, node));
  } else if (!addFields(low, members, node)) {
    append(members.others, low.statement(node));
  }
}

/** The statements of a block; the parts of a clause are looked at as clauses. */
function plainStatements(low: Lowering, node: NodeId): readonly NodeId[] {
  if (low.tree.kind(node) !== "block") return [];
  return childrenOf(low, node).filter((child) => !CLAUSES.has(low.tree.kind(child)));
}

function addInnerClass(low: Lowering, members: Members, definition: Definition): void {
  const { def, others } = classOf(low, definition);
  const { name, at } = def;
  members.fields.push({ name, value: { e: "class", def, at }, isStatic: true, at });
  append(members.others, others);
}

// ------------------------------------------------------------------------------------------- methods

/** Methods of the class rather than of its objects, without a decorator that says so. */
const IMPLICITLY_STATIC = new Set(["__new__", "__init_subclass__", "__class_getitem__"]);
const GETTERS = new Set(["property", "cached_property", "abstractproperty", "getter"]);

function methodOf(low: Lowering, definition: Definition): Method {
  const labels = new Set(definition.decorators.map((decorator) => lastName(low, decorator)));
  const func = functionOf(low, definition, { takesSelf: !labels.has("staticmethod") });
  const isStatic = labels.has("staticmethod") || labels.has("classmethod") ||
    IMPLICITLY_STATIC.has(func.name);
  return { func, isStatic, kind: kindOf(func, labels) };
}

function kindOf({ name }: Func, labels: ReadonlySet<string>): Method["kind"] {
  if (name === "__init__") return "constructor";
  if (labels.has("setter")) return "setter";
  return labels.isDisjointFrom(GETTERS) ? "method" : "getter";
}

/** `property` of `@property`, `@functools.cached_property`, `@value.setter`. */
function lastName({ tree }: Lowering, decorator: NodeId): string {
  const attribute = tree.child(decorator, "attribute");
  return tree.textOf(attribute ?? decorator);
}

// -------------------------------------------------------------------------------------------- fields

/** False where the statement is none that makes fields. */
function addFields(low: Lowering, members: Members, node: NodeId): boolean {
  const { tree } = low;
  if (tree.kind(node) !== "expression_statement") return false;
  const assignment = tree.firstChild(node, "assignment");
  if (assignment === undefined) return false;
  const { targets, value: valueNode, type: typeNode } = chainedAssignment(low, assignment);
  const value = valueNode === undefined ? undefined : low.expression(valueNode);
  const type = typeNode === undefined ? undefined : typeOf(low, typeNode);
  // An annotation makes a field of each object; `ClassVar` takes that back.
  const isStatic = typeNode === undefined || /\bClassVar\b/.test(tree.textOf(typeNode));
  for (const target of targets) {
    for (const { name, isWhole } of namesOf(low, target)) {
      members.fields.push({
        name,
        ...(type ? { type } : {}),
        ...(value ? { value: isWhole ? value : partOf(value) } : {}),
        isStatic,
        at: tree.span(assignment),
      });
    }
  }
  return true;
}

interface TargetName {
  readonly name: string;
  readonly isWhole: boolean;
}

/** The names that `x` or `x, y` assigns to. */
function namesOf(low: Lowering, node: NodeId): readonly TargetName[] {
  const target = targetOf(low, node);
  if (target.k === "name") return [{ name: target.name, isWhole: true }];
  if (target.k !== "list") return [];
  return target.items.flatMap((item) =>
    item?.target.k === "name" ? [{ name: item.target.name, isWhole: false }] : []
  );
}

function partOf(value: Expr): Expr {
  return { e: "index", object: value, at: value.at };
}

function decorated(low: Lowering, node: NodeId): readonly Stmt[] {
  const definition = definitionOf(low, node);
  const { tree } = low;
  const kind = tree.kind(definition.node);
  if (kind === "class_definition") return classStatements(low, definition);
  if (kind !== "function_definition") return [];
  const func = functionOf(low, definition, { takesSelf: false });
  return [{ s: "func", func, at: tree.span(node) }];
}

export const CLASSES: StatementTable = {
  class_definition: (low, node) => classStatements(low, { node, decorators: [] }),
  decorated_definition: decorated,
};
