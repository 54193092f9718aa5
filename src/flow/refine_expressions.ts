// Checks by regular expressions.

import { evaluate } from "./expressions.ts";
import { anchoredKinds, isMultiline } from "./expression_kinds.ts";
import type { Frame } from "./frame.ts";
import type { Expr } from "./ir.ts";
import { ALL_KINDS, kindsOf, NO_KINDS } from "./kinds.ts";
import type { Run } from "./run.ts";
import { makeOriginSafe, makePlaceSafe } from "./safe_places.ts";
import { refineDotless } from "./refine_paths.ts";

interface Tested {
  readonly object: Expr;
  readonly name: string;
  readonly args: readonly Expr[];
  readonly holds: boolean;
}

/** `re.test(x)`, `x.match(re)`, `re.fullmatch(re, x)`. */
export function refineExpression(run: Run, frame: Frame, tested: Tested): void {
  const { object, name, args, holds } = tested;
  const held = evaluate(run, frame, object);
  const python = held.refs?.includes("re") ?? false;
  const [pattern, subject] = python
    ? [args[0], args[1]]
    : /^(?:test|exec|match|fullmatch|search|MatchString)$/.test(name) && held.constants
    ? [object, args[0]]
    : name === "match" || name === "search"
    ? [args[0], object]
    : [undefined, undefined];
  if (!pattern || !subject || args.some(isMultiline)) return;
  const { constants } = evaluate(run, frame, pattern);
  if (!constants || constants.length === 0) return;
  if (!holds) return refineUnmatched(frame, { subject, constants });
  const start = name === "match" && (python || held.constants !== undefined) ||
    name === "fullmatch";
  const kinds = constants.reduce(
    (all, text) => all & anchoredKinds(text, { start, end: name === "fullmatch" }),
    ALL_KINDS,
  );
  if (constants.every((text) => fixesHost(text, start))) {
    makeOriginSafe(run, frame, { expr: subject, kinds: kindsOf("url", "redirect", "open") });
  }
  if (kinds !== NO_KINDS) makePlaceSafe(frame, subject, kinds);
}

const OTHERS = /^\/?\[\^((?:[^\]\\]|\\.){1,80})\][+*]?(?:\/[a-z]*)?$/;
const DOTS = /^\/?(?:\((?:\?:)?\^\|[^)]{1,8}\))?\\\.(?:\\\.|\{2\})/;

/** Nothing but what a class leaves out is in it; or no two dots. */
function refineUnmatched(
  frame: Frame,
  { subject, constants: [text, ...others] }: { subject: Expr; constants: readonly string[] },
): void {
  if (text === undefined || others.length > 0) return;
  const kept = OTHERS.exec(text)?.[1];
  if (kept !== undefined) {
    const kinds = anchoredKinds(`^[${kept}]*$`, { start: true, end: true });
    if (kinds !== NO_KINDS) makePlaceSafe(frame, subject, kinds);
  } else if (DOTS.test(text)) refineDotless(frame, subject);
}

/** A fixed scheme and host, and the slash that ends them, at the start. */
function fixesHost(expression: string, anchored: boolean): boolean {
  const literal = /^\/(.*)\/[a-z]*$/s.exec(expression)?.[1] ?? expression;
  const body = literal.replaceAll("\\/", "/");
  return /^(?:\^|\\A)?[a-z]+s?\??:\/\/(?:[\w-]|\\\.){1,200}\//.test(body) &&
    (anchored || /^(?:\^|\\A)/.test(body));
}
