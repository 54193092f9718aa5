// `match` of Python: what a pattern compares the subject with, and what it binds.

import type { Span } from "../../core/mod.ts";
import type { NodeId } from "../../syntax/mod.ts";
import type { Case, Expr, Pattern, PatternEntry, Stmt } from "../ir.ts";
import {
  childrenIn,
  childrenOf,
  lastOf,
  type Lowering,
  namePattern,
  oneOrTuple,
  type StatementTable,
  unknown,
} from "./_python_lowering.ts";
import { constantTextOf } from "./_python_text.ts";

/** A pattern of a `case`. Tests inside a list, mapping or class do not compare the subject itself. */
interface CasePattern {
  readonly tests: readonly Expr[];
  readonly binds?: Pattern;
  /** It matches whatever comes. */
  readonly matchesAll: boolean;
}

function match(low: Lowering, node: NodeId): readonly Stmt[] {
  const { tree } = low;
  const subject = oneOrTuple(low, childrenIn(low, { node, field: "subject" }));
  const body = tree.child(node, "body");
  const cases: Case[] = [];
  for (const clause of body === undefined ? [] : childrenOf(low, body)) {
    if (tree.kind(clause) === "case_clause") cases.push(caseOf(low, clause));
  }
  const at = tree.span(node);
  return [{ s: "switch", subject: subject ?? unknown(at), cases, at }];
}

function caseOf(low: Lowering, clause: NodeId): Case {
  const { tree } = low;
  const patterns = childrenOf(low, clause).filter((child) => tree.kind(child) === "case_pattern");
  const { tests, binds, matchesAll } = wholePattern(low, patterns);
  const condition = tree.child(clause, "guard");
  const guardNode = condition === undefined ? undefined : childrenOf(low, condition)[0];
  const consequence = tree.child(clause, "consequence");
  return {
    tests,
    ...(binds ? { binds } : {}),
    ...(guardNode === undefined ? {} : { guard: low.expression(guardNode) }),
    isDefault: matchesAll && guardNode === undefined,
    body: consequence === undefined ? [] : low.statement(consequence),
  };
}

/** `case a, b:` has its patterns side by side. */
function wholePattern(low: Lowering, patterns: readonly NodeId[]): CasePattern {
  const [first] = patterns;
  if (first === undefined) return { tests: [], matchesAll: false };
  const { tree } = low;
  const { start } = tree.span(first);
  const { end } = tree.span(lastOf(patterns)!);
  const isList = patterns.length > 1 || /^\s*,/.test(tree.text.slice(end, end + 8)) ||
    tree.firstChild(first, "splat_pattern") !== undefined;
  return isList ? listPattern(low, patterns, { start, end }) : patternOf(low, first);
}

function patternOf(low: Lowering, node: NodeId): CasePattern {
  return low.bounded(() => makePattern(low, node), () => ({ tests: [], matchesAll: false }));
}

function makePattern(low: Lowering, node: NodeId): CasePattern {
  const { tree } = low;
  const children = childrenOf(low, node);
  const [first] = children;
  switch (tree.kind(node)) {
    case "case_pattern":
      // `_` has no node of its own.
      return first === undefined ? { tests: [], matchesAll: true } : patternOf(low, first);
    case "dotted_name":
      if (children.length === 1) {
        return { tests: [], binds: namePattern(low, first!), matchesAll: true };
      }
      return { tests: [low.expression(node)], matchesAll: false };
    case "union_pattern":
      return alternatives(low, node);
    case "as_pattern":
      return asPattern(low, node);
    case "tuple_pattern":
      if (children.length === 1 && !endsInComma(low, node)) return patternOf(low, first!);
      return listPattern(low, children, tree.span(node));
    case "list_pattern":
      return listPattern(low, children, tree.span(node));
    case "dict_pattern":
      return mappingPattern(low, node);
    case "class_pattern":
      return classPattern(low, node);
    case "ERROR":
      return { tests: [], matchesAll: false };
    default:
      return { tests: [signed(low, node)], matchesAll: false };
  }
}

function endsInComma({ tree }: Lowering, node: NodeId): boolean {
  return /,\s*\)$/.test(tree.textOf(node).slice(-40));
}

/** A minus sign before a number has no node of its own. */
function signed(low: Lowering, node: NodeId): Expr {
  const value = low.expression(node);
  if (value.e !== "const" || value.type !== "number") return value;
  const { start, end } = value.at;
  const minus = /-\s*$/.exec(low.tree.text.slice(Math.max(0, start - 8), start));
  if (!minus) return value;
  return { ...value, text: `-${value.text}`, at: { start: start - minus[0].length, end } };
}

/**
 * All alternatives bind the same names; the first that binds stands for them. Values say what the
 * subject is only where every alternative is one.
 */
function alternatives(low: Lowering, node: NodeId): CasePattern {
  const { tree } = low;
  const nodes = childrenOf(low, node);
  const found = nodes.map((child) => patternOf(low, child));
  const last = lastOf(nodes);
  const behind = last === undefined
    ? ""
    : tree.text.slice(tree.span(last).end, tree.span(node).end);
  const binds = found.find((pattern) => pattern.binds)?.binds;
  // `_` has no node, and stands last wherever it stands.
  const matchesAll = behind.includes("_") || found.some((pattern) => pattern.matchesAll);
  const areValues = !matchesAll && found.every(({ tests }) => tests.length > 0);
  return {
    tests: areValues ? found.flatMap(({ tests }) => tests) : [],
    ...(binds ? { binds } : {}),
    matchesAll,
  };
}

/** `pattern as name`: where the pattern binds parts, the name takes the rest, which holds the whole. */
function asPattern(low: Lowering, node: NodeId): CasePattern {
  const [inner, name] = childrenOf(low, node);
  if (inner === undefined || name === undefined) return { tests: [], matchesAll: false };
  const { tests, binds, matchesAll } = patternOf(low, inner);
  const whole = namePattern(low, name);
  if (!binds || binds.k === "name" || binds.k === "none") {
    return { tests, binds: whole, matchesAll };
  }
  const entries = binds.k === "record" ? binds.entries : elementsOf(binds);
  const at = low.tree.span(node);
  return { tests, binds: { k: "record", entries, rest: whole, at }, matchesAll };
}

function elementsOf(pattern: Pattern): readonly PatternEntry[] {
  if (pattern.k !== "list") return [];
  return pattern.items.flatMap((item) => item ? [{ key: undefined, target: item.target }] : []);
}

function listPattern(low: Lowering, nodes: readonly NodeId[], at: Span): CasePattern {
  const items = nodes.map((node) => {
    const splat = splatOf(low, node);
    if (splat !== undefined) return { target: splatTarget(low, splat), rest: true as const };
    return { target: boundBy(low, node) };
  });
  return bindingOnly({ k: "list", items, at });
}

function splatOf({ tree }: Lowering, node: NodeId): NodeId | undefined {
  return tree.kind(node) === "splat_pattern" ? node : tree.firstChild(node, "splat_pattern");
}

function splatTarget(low: Lowering, splat: NodeId): Pattern {
  const name = childrenOf(low, splat)[0];
  return name === undefined ? { k: "none", at: low.tree.span(splat) } : namePattern(low, name);
}

function boundBy(low: Lowering, node: NodeId): Pattern {
  return patternOf(low, node).binds ?? { k: "none", at: low.tree.span(node) };
}

function bindingOnly(binds: Pattern): CasePattern {
  return bindsNames(binds) ? { tests: [], binds, matchesAll: false } : {
    tests: [],
    matchesAll: false,
  };
}

function bindsNames(pattern: Pattern): boolean {
  if (pattern.k === "list") return pattern.items.some((item) => item && item.target.k !== "none");
  if (pattern.k !== "record") return pattern.k !== "none";
  return pattern.rest !== undefined || pattern.entries.some(({ target }) => target.k !== "none");
}

function mappingPattern(low: Lowering, node: NodeId): CasePattern {
  const { tree } = low;
  const entries: PatternEntry[] = [];
  let rest: Pattern | undefined;
  let key: string | undefined;
  for (const child of childrenOf(low, node)) {
    const field = tree.fieldOf(child);
    if (field === "key") key = constantTextOf(low.expression(child));
    else if (field === "value") entries.push({ key, target: boundBy(low, child) });
    else if (tree.kind(child) === "splat_pattern") rest = splatTarget(low, child);
  }
  return bindingOnly({ k: "record", entries, ...(rest ? { rest } : {}), at: tree.span(node) });
}

/** Of these, `str(x)` binds the subject itself. */
const WHOLE = new Set(["bool", "bytearray", "bytes", "dict", "float", "frozenset", "int", "list"]
  .concat("set", "str", "tuple"));

function classPattern(low: Lowering, node: NodeId): CasePattern {
  const { tree } = low;
  const [name, ...members] = childrenOf(low, node);
  const at = tree.span(node);
  if (name === undefined) return { tests: [], matchesAll: false };
  const entries = members.map((member) => memberOf(low, member));
  const [only] = entries;
  if (only && only.key === undefined && WHOLE.has(tree.textOf(name))) {
    return bindingOnly(only.target);
  }
  return bindingOnly({ k: "record", entries, at });
}

/** Which attribute a pattern without a name takes, the class alone knows. */
function memberOf(low: Lowering, node: NodeId): PatternEntry {
  const keyword = low.tree.firstChild(node, "keyword_pattern");
  if (keyword === undefined) return { key: undefined, target: boundBy(low, node) };
  const [name, value] = childrenOf(low, keyword);
  const key = name === undefined ? undefined : low.tree.textOf(name);
  return {
    key,
    target: value === undefined ? { k: "none", at: low.tree.span(keyword) } : boundBy(low, value),
  };
}

export const MATCHES: StatementTable = { match_statement: match };
