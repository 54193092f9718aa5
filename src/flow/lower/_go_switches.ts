// `switch` over values, conditions and types, and `select`.

import type { NodeId } from "../../syntax/mod.ts";
import type { Case, Expr, Pattern, Stmt } from "../ir.ts";
import { lowerPattern } from "./_go_assignments.ts";
import { type Go, inField, listed, nothing } from "./_go_context.ts";
import { lowerType } from "./_go_types.ts";

const CASES = new Set(["expression_case", "type_case", "communication_case", "default_case"]);

function casesOf({ tree }: Go, node: NodeId): NodeId[] {
  return Array.from(tree.children(node)).filter((child) => CASES.has(tree.kind(child)));
}

/** The switch, in a block where something stands before its subject. */
function behindInit(go: Go, node: NodeId, made: () => Stmt): readonly Stmt[] {
  const init = go.tree.child(node, "initializer");
  const before = init === undefined ? [] : go.statement(init);
  if (before.length === 0) return [made()];
  return [{ s: "block", body: [...before, made()], at: go.tree.span(node) }];
}

export function lowerSwitch(go: Go, node: NodeId): readonly Stmt[] {
  return behindInit(go, node, () => {
    const { tree } = go;
    const value = tree.child(node, "value");
    const subject = value === undefined ? undefined : go.expression(value);
    const cases = casesOf(go, node);
    return {
      s: "switch",
      subject,
      cases: cases.map((each, i): Case => ({
        tests: listed(tree, tree.child(each, "value")).map((test) => go.expression(test)),
        isDefault: tree.kind(each) === "default_case",
        body: fallingBody(go, cases, i),
      })),
      at: tree.span(node),
    };
  });
}

/** Bodies that one case runs: its own, and those it falls through to. */
const MAX_FALLS = 20;

/** What follows is lowered anew for each case that falls into it, so that it is counted each time. */
function fallingBody(go: Go, cases: readonly NodeId[], from: number): readonly Stmt[] {
  const end = endOfFall(go, cases, from);
  if (end - from > MAX_FALLS) go.budget.cut = true;
  return cases.slice(from, Math.min(end, from + MAX_FALLS)).flatMap((each) => bodyOf(go, each));
}

/** One past the last case that a case falls through to. */
function endOfFall(go: Go, cases: readonly NodeId[], from: number): number {
  const end = Math.min(cases.length, from + MAX_FALLS + 1);
  for (let i = from; i < end; i++) if (!fallsThrough(go, cases[i]!)) return i + 1;
  return end;
}

function bodyOf(go: Go, each: NodeId): readonly Stmt[] {
  const list = go.tree.firstChild(each, "statement_list");
  return list === undefined ? [] : go.statements(list);
}

function fallsThrough({ tree }: Go, each: NodeId): boolean {
  const list = tree.firstChild(each, "statement_list");
  return list !== undefined && tree.firstChild(list, "fallthrough_statement") !== undefined;
}

// --------------------------------------------------------------------------------------------- types

export function lowerTypeSwitch(go: Go, node: NodeId): readonly Stmt[] {
  return behindInit(go, node, () => {
    const { tree } = go;
    const value = tree.child(node, "value");
    const [name] = listed(tree, tree.child(node, "alias"));
    const alias = name === undefined ? undefined : lowerPattern(go, name);
    return {
      s: "switch",
      subject: value === undefined ? nothing(tree.span(node)) : go.expression(value),
      cases: casesOf(go, node).map((each) => lowerTypeCase(go, each, alias)),
      at: tree.span(node),
    };
  });
}

function lowerTypeCase(go: Go, node: NodeId, alias: Pattern | undefined): Case {
  const { tree } = go;
  const types = inField(tree, node, "type");
  const [only, second] = types;
  const narrowed = only !== undefined && second === undefined && alias?.k === "name"
    ? narrowing(go, { type: only, alias })
    : [];
  return {
    tests: types.map((type) => typeTest(go, type)),
    ...(alias && { binds: alias }),
    isDefault: tree.kind(node) === "default_case",
    body: [...narrowed, ...bodyOf(go, node)],
  };
}

function isNil({ tree }: Go, type: NodeId): boolean {
  return tree.textOf(type) === "nil";
}

function typeTest(go: Go, type: NodeId): Expr {
  const at = go.tree.span(type);
  return isNil(go, type) ? { e: "const", type: "null", text: "nil", at } : nothing(at);
}

/** In a case of one type, the name is of that type. */
function narrowing(
  go: Go,
  { type, alias }: { type: NodeId; alias: Pattern & { k: "name" } },
): Stmt[] {
  if (isNil(go, type)) return [];
  const at = go.tree.span(type);
  const value: Expr = {
    e: "cast",
    value: { e: "name", name: alias.name, at },
    type: lowerType(go, type),
    at,
  };
  return [{ s: "assign", target: alias, value, declares: true, at }];
}

// -------------------------------------------------------------------------------------------- select

export function lowerSelect(go: Go, node: NodeId): readonly Stmt[] {
  const { tree } = go;
  const cases = casesOf(go, node).map((each): Case => {
    const communication = tree.child(each, "communication");
    const before = communication === undefined ? [] : go.statement(communication);
    const isDefault = tree.kind(each) === "default_case";
    return {
      // Which case runs is not known: a test that says nothing tells it from the default.
      tests: isDefault ? [] : [nothing(tree.span(communication ?? each))],
      isDefault,
      body: [...before, ...bodyOf(go, each)],
    };
  });
  return [{ s: "switch", subject: undefined, cases, at: tree.span(node) }];
}
