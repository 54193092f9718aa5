// Top-level functions in another order. Scripts and Go know a function everywhere in its file; in
// Python it must stand above what runs while the module is loaded.

import type { NodeId, SyntaxTree } from "../../../src/syntax/mod.ts";
import { type Edit, edited, ofEachFile } from "./edit.ts";
import { isWithin, moduleNames, namesOf } from "./names.ts";

export const reorderAll = ofEachFile(reordered);

const FUNCTIONS = new Set(["function_declaration", "method_declaration", "function_definition"]);

function reordered(tree: SyntaxTree): string | undefined {
  const functions = [...tree.children(0)].filter((node) => isFunction(tree, node));
  const names = functions.map((node) => nameOf(tree, node));
  if (new Set(names).size < names.length || hasSignatures(tree)) return undefined;
  const movable = tree.language === "python"
    ? functions.filter((node) => standsAlone(tree, node))
    : functions;
  if (movable.length === 0) return undefined;
  const place = tree.language === "python" ? behindImports(tree) : tree.text.length;
  const texts = movable.map((node) => `${tree.textOf(node)}\n`).reverse().join("\n");
  const edits: Edit[] = movable.map((node) => ({ ...tree.span(node), text: "" }));
  edits.push({ start: place, end: place, text: `\n${texts}` });
  const made = edited(tree.text, edits);
  return withoutBlanks(made) === withoutBlanks(tree.text) ? undefined : made;
}

function withoutBlanks(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function isFunction(tree: SyntaxTree, node: NodeId): boolean {
  const inner = tree.kind(node) === "export_statement" ? tree.child(node, "declaration") : node;
  return inner !== undefined && FUNCTIONS.has(tree.kind(inner));
}

function nameOf(tree: SyntaxTree, node: NodeId): string {
  const inner = tree.child(node, "declaration") ?? node;
  const receiver = tree.child(inner, "receiver");
  return [receiver, tree.child(inner, "name")].map((each) =>
    each === undefined ? "" : tree.textOf(each)
  ).join(" ");
}

/** TypeScript's overloads stand right above their function. */
function hasSignatures(tree: SyntaxTree): boolean {
  return !tree.nodesOf(new Set(["function_signature"])).next().done;
}

/** Its head speaks of nothing that the module has yet to define. */
function standsAlone(tree: SyntaxTree, node: NodeId): boolean {
  const names = namesOf(tree);
  const defined = moduleNames(names);
  const body = tree.child(node, "body")!;
  return names.spoken.every((each) =>
    !isWithin(tree, each.node, node) || isWithin(tree, each.node, body) ||
    tree.fieldOf(each.node) === "name" && tree.parent(each.node) === node ||
    !defined.has(each.text)
  );
}

const HEAD = new Set(["import_statement", "import_from_statement", "future_import_statement"]);

/** The end of the imports at the start of a module. */
export function behindImports(tree: SyntaxTree): number {
  let end = 0;
  for (const node of tree.children(0)) {
    const isText = tree.kind(node) === "expression_statement" &&
      tree.firstChild(node, "string") !== undefined;
    if (!HEAD.has(tree.kind(node)) && !(isText && end === 0)) break;
    end = tree.span(node).end;
  }
  const line = tree.text.indexOf("\n", end);
  return end === 0 ? firstStatement(tree) : line < 0 ? tree.text.length : line + 1;
}

function firstStatement(tree: SyntaxTree): number {
  for (const node of tree.children(0)) return tree.span(node).start;
  return tree.text.length;
}
