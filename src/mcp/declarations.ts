// What a file declares by name, and what it gives to members of names later on.

import type { LinkedTree } from "./linked_tree.ts";
import type { NodeId } from "../syntax/mod.ts";
import { type Entry, fieldKey, insideOf, memberName, MEMBERS, objectOf } from "./expressions.ts";
import type { Declarations, Reading } from "./reading.ts";

const DECLARATIONS = new Set([
  "function_definition",
  "class_definition",
  "function_declaration",
  "class_declaration",
  "enum_declaration",
  "type_spec",
  "assignment_expression",
  "assignment",
  "assignment_statement",
]);

/** What the file of `node` declares by name, collected in one pass at first need. */
export function declarationsOf({ tree, declarations }: Reading, node: NodeId): Declarations {
  const root = tree.rootOf(node);
  let found = declarations.get(root);
  if (!found) declarations.set(root, found = collectDeclarations(tree, root));
  return found;
}

/** Values given to a member of the function, class or parameter that `node` names. */
export function assignedTo(reading: Reading, node: NodeId, member: string): NodeId[] {
  return (declarationsOf(reading, node).assigned.get(reading.tree.textOf(node)) ?? [])
    .flatMap(({ key, value }) => key === member ? [value] : []);
}

function collectDeclarations(tree: LinkedTree, root: NodeId): Declarations {
  const named = new Map<string, NodeId>();
  const assigned = new Map<NodeId | string, Entry[]>();
  const several = new Set<string>();
  for (const node of tree.nodesOf(DECLARATIONS, root)) {
    if (tree.child(node, "left") !== undefined) {
      collectAssignment(tree, node, assigned);
      continue;
    }
    const name = tree.child(node, "name");
    if (name === undefined) continue;
    const text = tree.textOf(name);
    if (named.has(text)) several.add(text);
    named.set(text, node);
  }
  for (const name of several) named.delete(name);
  return { named, assigned };
}

/** Members given to one record that are followed. */
const MAX_ASSIGNED = 256;

/** `object.member = value`. */
function collectAssignment(
  tree: LinkedTree,
  node: NodeId,
  assigned: Map<NodeId | string, Entry[]>,
): void {
  const [left, value] = ["left", "right"].map((field) => {
    const side = tree.child(node, field);
    // Go has lists on both sides.
    return side !== undefined && tree.kind(side) === "expression_list"
      ? tree.firstChild(side)
      : side;
  });
  if (left === undefined || value === undefined || !MEMBERS.has(tree.kind(left))) return;
  const object = objectOf(tree, left);
  const member = memberName(tree, left);
  if (object === undefined || member === undefined || tree.kind(object) !== "identifier") return;
  const name = tree.textOf(object);
  const binding = tree.bindingOf(object, name);
  const places = binding?.kind === "value"
    ? binding.nodes.map((record) => innermost(tree, record))
    : [name];
  for (const place of places) {
    const entries = assigned.get(place) ?? [];
    if (entries.length === 0) assigned.set(place, entries);
    if (entries.length < MAX_ASSIGNED) {
      entries.push({ key: fieldKey(tree, member), keyNode: left, value });
    }
  }
}

function innermost(tree: LinkedTree, node: NodeId): NodeId {
  let at = node;
  for (let next: NodeId | undefined = at; next !== undefined; [next] = insideOf(tree, at)) {
    at = next;
  }
  return at;
}
