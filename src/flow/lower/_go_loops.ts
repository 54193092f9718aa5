// `for` in all its forms, and `continue`, which runs what stands between two rounds first.

import type { NodeId } from "../../syntax/mod.ts";
import type { Expr, Pattern, Stmt } from "../ir.ts";
import { lowerPattern } from "./_go_assignments.ts";
import { type Go, listed, nothing, seenThrough } from "./_go_context.ts";
import { lastName } from "./_go_facts.ts";

export function lowerFor(go: Go, node: NodeId): readonly Stmt[] {
  const { tree } = go;
  const body = tree.child(node, "body");
  for (const child of tree.children(node)) {
    if (child === body) continue;
    const kind = tree.kind(child);
    if (kind === "range_clause") return [lowerRange(go, { node, clause: child })];
    if (kind === "for_clause") return lowerClauses(go, { node, clause: child });
    return [whileOf(go, { node, condition: child, update: undefined })];
  }
  return [whileOf(go, { node, condition: undefined, update: undefined })];
}

interface Clause {
  readonly node: NodeId;
  readonly clause: NodeId;
}

/** `for i := 0; i < n; i++`. */
function lowerClauses(go: Go, { node, clause }: Clause): readonly Stmt[] {
  const { tree } = go;
  const init = tree.child(clause, "initializer");
  const before = init === undefined ? [] : go.statement(init);
  const loop = whileOf(go, {
    node,
    condition: tree.child(clause, "condition"),
    update: tree.child(clause, "update"),
  });
  return before.length === 0
    ? [loop]
    : [{ s: "block", body: [...before, loop], at: tree.span(node) }];
}

interface While {
  readonly node: NodeId;
  readonly condition: NodeId | undefined;
  readonly update: NodeId | undefined;
}

function whileOf(go: Go, { node, condition, update }: While): Stmt {
  const test = condition === undefined ? undefined : go.expression(condition);
  const body = lowerRounds(go, node, update);
  const last = update === undefined ? [] : go.statement(update);
  return { s: "while", test, body: [...body, ...last], at: go.tree.span(node) };
}

function lowerRounds(go: Go, node: NodeId, update: NodeId | undefined): readonly Stmt[] {
  const body = go.tree.child(node, "body");
  if (body === undefined) return [];
  go.frame.loops.push({ label: labelOf(go, node), update });
  const made = go.statements(body);
  go.frame.loops.pop();
  return made;
}

function labelOf({ tree }: Go, node: NodeId): string | undefined {
  const parent = tree.parent(node);
  if (parent === undefined || tree.kind(parent) !== "labeled_statement") return undefined;
  const label = tree.child(parent, "label");
  return label === undefined ? undefined : tree.textOf(label);
}

/** What runs between two rounds is lowered anew, so that it is counted each time. */
export function lowerContinue(go: Go, node: NodeId): readonly Stmt[] {
  const { tree, frame } = go;
  const name = tree.firstChild(node, "label_name");
  const label = name === undefined ? undefined : tree.textOf(name);
  const loop = frame.loops.findLast((each) => label === undefined || each.label === label);
  const update = loop?.update === undefined ? [] : go.statement(loop.update);
  const at = tree.span(node);
  return [...update, { s: "continue", ...(label !== undefined && { label }), at }];
}

// --------------------------------------------------------------------------------------------- range

function lowerRange(go: Go, { node, clause }: Clause): Stmt {
  const { tree } = go;
  const right = tree.child(clause, "right");
  const at = tree.span(node);
  const iterable = right === undefined ? nothing(at) : go.expression(right);
  const [first, second] = listed(tree, tree.child(clause, "left"));
  const isStream = right !== undefined && givesElements(go, { node: right, iterable });
  const targets = rangeTargets({
    first: first === undefined ? undefined : lowerPattern(go, first),
    second: second === undefined ? undefined : lowerPattern(go, second),
    givesElements: isStream,
    none: { k: "none", at: tree.span(clause) },
  });
  const asksOthers = right !== undefined && first !== undefined && !second && !isStream;
  return {
    s: "for",
    ...targets,
    ...(asksOthers && { stream: lastName(tree, seenThrough(tree, right)) }),
    iterable,
    body: lowerRounds(go, node, undefined),
    otherwise: [],
    at,
  };
}

interface Targets {
  readonly first: Pattern | undefined;
  readonly second: Pattern | undefined;
  readonly givesElements: boolean;
  readonly none: Pattern;
}

function rangeTargets(
  { first, second, givesElements, none }: Targets,
): { target: Pattern; key?: Pattern } {
  if (!first) return { target: none };
  if (!second) return givesElements ? { target: first } : { target: none, key: first };
  return { target: second, ...(first.k !== "none" && { key: first }) };
}

/** Functions of the standard library that give iterators over single values. */
const ITERATORS =
  /^(?:(?:Split|SplitAfter|Fields|FieldsFunc)Seq|Lines|Keys|Values|Chunk|Tick|Done)$/;

/** Whether a single variable gets the elements, as of a channel, or the indexes, as of a slice. */
function givesElements(go: Go, { node, iterable }: { node: NodeId; iterable: Expr }): boolean {
  if (iterable.e === "const") return true;
  const name = lastName(go.tree, seenThrough(go.tree, node));
  return go.facts.streams.has(name) || (iterable.e === "call" && ITERATORS.test(name));
}
