// Types as written, reduced to what flow asks for.

import type { NodeId } from "../../syntax/mod.ts";
import type { TypeRef } from "../ir.ts";
import { childrenOf, type Lowering } from "./_script_lowering.ts";

/** Alternatives that say a value may be missing. */
const MISSING = new Set(["null", "undefined", "void"]);
const LONGEST_NAME = 120;

/** The type behind a colon, or a type itself. */
export function typeOf(low: Lowering, node: NodeId): TypeRef {
  const { tree } = low;
  const at = tree.span(node);
  const plain = (name: string, more: Partial<TypeRef> = {}): TypeRef => ({
    name,
    args: [],
    at,
    ...more,
  });
  return low.bounded<TypeRef>(() => {
    switch (tree.kind(node)) {
      case "type_annotation":
      case "parenthesized_type":
      case "readonly_type":
      case "optional_type": {
        const inner = tree.firstChild(node);
        return inner === undefined ? plain("") : typeOf(low, inner);
      }
      case "literal_type":
        return plain("", { literals: literalsOf(low, node) });
      case "union_type":
        return unionOf(low, node);
      case "array_type":
        return plain("[]", { args: childrenOf(low, node).map((child) => typeOf(low, child)) });
      case "tuple_type":
        return plain("[]", { args: childrenOf(low, node).map((child) => typeOf(low, child)) });
      case "generic_type": {
        const [name, list] = childrenOf(low, node);
        const args = list === undefined
          ? []
          : childrenOf(low, list).map((each) => typeOf(low, each));
        return plain(name === undefined ? "" : tree.textOf(name), { args });
      }
      case "object_type":
        return plain("object", { fields: fieldsOf(low, node) });
      default:
        return plain(at.end - at.start <= LONGEST_NAME ? tree.textOf(node) : "");
    }
  }, () => plain(""));
}

function literalsOf(low: Lowering, node: NodeId): string[] {
  return childrenOf(low, node).map((child) => {
    const text = low.tree.textOf(child);
    return low.tree.kind(child) === "string" ? text.slice(1, -1) : text;
  });
}

/** Unions nest to the left; one that only adds `null` is the other. */
function unionOf(low: Lowering, node: NodeId): TypeRef {
  const { tree } = low;
  const members: NodeId[] = [];
  let at = node;
  while (tree.kind(at) === "union_type") {
    const children = childrenOf(low, at);
    const first = children[0];
    const nests = first !== undefined && tree.kind(first) === "union_type";
    members.unshift(...nests ? children.slice(1) : children);
    if (!nests) break;
    at = first;
  }
  const types = members.map((each) => typeOf(low, each)).filter(({ name, literals }) =>
    !MISSING.has(name) && !(literals?.length === 1 && MISSING.has(literals[0]!))
  );
  const [first, ...others] = types;
  if (first !== undefined && others.length === 0) return first;
  if (types.length > 0 && types.every(({ literals }) => literals)) {
    return {
      name: "",
      args: [],
      literals: types.flatMap(({ literals }) => literals!),
      at: tree.span(node),
    };
  }
  return { name: "|", args: types, at: tree.span(node) };
}

const SIGNATURES = new Set(["property_signature"]);

export function fieldsOf(low: Lowering, node: NodeId): { name: string; type: TypeRef }[] {
  const { tree } = low;
  return childrenOf(low, node).flatMap((child) => {
    const name = tree.child(child, "name");
    const type = tree.child(child, "type");
    if (!SIGNATURES.has(tree.kind(child)) || name === undefined || type === undefined) return [];
    return [{ name: tree.textOf(name).replace(/^["']|["']$/g, ""), type: typeOf(low, type) }];
  });
}
