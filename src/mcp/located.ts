// Values of a parsed configuration with their places.

import type { Located } from "../core/mod.ts";
import type { JsonNode } from "../syntax/mod.ts";

export function properties(object: JsonNode | undefined): { key: string; value: JsonNode }[] {
  if (object?.type !== "object") return [];
  return (object.children ?? []).flatMap(({ children }) => {
    const [key, value] = children ?? [];
    return key && value ? [{ key: String(key.value), value }] : [];
  });
}

/** A scalar alone, or those of a list. */
export function scalarsOf(text: string, node: JsonNode | undefined): Located<string>[] {
  if (!node) return [];
  const nodes = node.type === "array" ? node.children ?? [] : [node];
  return nodes.flatMap((item) => located(text, item) ?? []);
}

export function stringAt(text: string, node: JsonNode | undefined): Located<string> | undefined {
  return node?.type === "string" ? located(text, node) : undefined;
}

/** A string without its quotes, or a number or boolean as it stands. */
export function located(text: string, node: JsonNode): Located<string> | undefined {
  const { offset, length, inner } = node;
  switch (node.type) {
    case "string": {
      if (inner) return { value: String(node.value), span: inner };
      const closed = length > 1 && text[offset + length - 1] === '"';
      const span = { start: offset + 1, end: offset + length - (closed ? 1 : 0) };
      return { value: String(node.value), span };
    }
    case "number":
    case "boolean":
      return { value: String(node.value), span: { start: offset, end: offset + length } };
    default:
      return undefined;
  }
}
