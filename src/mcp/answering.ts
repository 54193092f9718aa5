// Functions that answer for tools and resources without saying for which: handlers of whole
// requests, and functions of Go by what they give back.

import type { SurfaceOwner } from "../core/mod.ts";
import type { NodeId } from "../syntax/mod.ts";
import { argumentsOf, calleeName, lastName } from "./expressions.ts";
import type { LinkedTree } from "./linked_tree.ts";
import type { Reading } from "./reading.ts";
import { handlerOf } from "./tool_facts.ts";

interface Answering {
  readonly owner: SurfaceOwner;
  readonly node: NodeId;
}

/** Those of the file itself, in document order. */
export function* answeringFunctions(reading: Reading): Generator<Answering> {
  const { tree } = reading;
  for (const node of tree.nodesOf(KINDS)) {
    const found = tree.language === "go" ? byResult(tree, node) : byRegistration(reading, node);
    if (found) yield found;
  }
}

const KINDS = new Set([
  "call_expression",
  "decorated_definition",
  "keyword_argument",
  "func_literal",
  "function_declaration",
  "method_declaration",
]);

/** Units of a type, or of what names a request. */
const MAX_WORDS = 200;

/** `func(ctx context.Context, …) (*mcp.CallToolResult, error)`. */
function byResult(tree: LinkedTree, node: NodeId): Answering | undefined {
  const result = tree.child(node, "result");
  if (result === undefined) return undefined;
  const type = tree.shortText(result, MAX_WORDS);
  if (/\bCallToolResult\b/.test(type)) return { owner: "tool", node };
  return /\b(?:ReadResourceResult|ResourceContents)\b/.test(type)
    ? { owner: "resource", node }
    : undefined;
}

function byRegistration(reading: Reading, node: NodeId): Answering | undefined {
  const { tree } = reading;
  switch (tree.kind(node)) {
    case "call_expression": {
      if (calleeName(tree, node) !== "setRequestHandler") return undefined;
      const [request, handler] = argumentsOf(tree, node);
      const owner = request === undefined ? undefined : ownerOf(tree.shortText(request, MAX_WORDS));
      return answering(owner, handlerOf(reading, handler));
    }
    case "decorated_definition": {
      const definition = tree.child(node, "definition");
      for (const decorator of tree.children(node)) {
        if (tree.kind(decorator) !== "decorator") continue;
        const expression = tree.firstChild(decorator);
        if (expression === undefined) continue;
        const name = tree.kind(expression) === "call"
          ? calleeName(tree, expression)
          : lastName(tree, expression);
        const owner = ownerOf(name ?? "");
        if (owner) return answering(owner, definition);
      }
      return undefined;
    }
    default: {
      // `Server("name", on_call_tool=call)`.
      const name = tree.child(node, "name");
      const owner = name === undefined ? undefined : ownerOf(tree.shortText(name, MAX_WORDS));
      return answering(owner, owner && handlerOf(reading, tree.child(node, "value")));
    }
  }
}

function answering(owner: SurfaceOwner | undefined, node: NodeId | undefined) {
  return owner && node !== undefined ? { owner, node } : undefined;
}

/** By a request's schema, its method, or what a decorator or an option is called. */
function ownerOf(words: string): SurfaceOwner | undefined {
  if (
    /^(?:\w{1,40}\.)?CallToolRequestSchema$|^["'`]tools\/call["'`]$|^(?:on_)?call_tool$/.test(words)
  ) {
    return "tool";
  }
  return /^(?:\w{1,40}\.)?ReadResourceRequestSchema$|^["'`]resources\/read["'`]$|^(?:on_)?read_resource$/
      .test(words)
    ? "resource"
    : undefined;
}
