// Checks by regular expressions.

import { evaluate } from "./expressions.ts";
import { anchoredKinds } from "./expression_kinds.ts";
import type { Frame } from "./frame.ts";
import type { Expr } from "./ir.ts";
import { ALL_KINDS, kindsOf, NO_KINDS } from "./kinds.ts";
import type { Run } from "./run.ts";
import { makeOriginSafe, makePlaceSafe } from "./safe_places.ts";

/** `re.test(x)`, `x.match(re)`, `re.fullmatch(re, x)`. */
export function refineExpression(
  run: Run,
  frame: Frame,
  { object, name, args }: { object: Expr; name: string; args: readonly Expr[] },
): void {
  const held = evaluate(run, frame, object);
  const python = held.refs?.includes("re") ?? false;
  const [pattern, subject] = python
    ? [args[0], args[1]]
    : /^(?:test|exec|match|fullmatch|MatchString)$/.test(name) && held.constants
    ? [object, args[0]]
    : name === "match"
    ? [args[0], object]
    : [undefined, undefined];
  if (!pattern || !subject) return;
  const { constants } = evaluate(run, frame, pattern);
  if (!constants || constants.length === 0) return;
  const start = name === "match" && (python || held.constants !== undefined) ||
    name === "fullmatch";
  const kinds = constants.reduce(
    (all, text) => all & anchoredKinds(text, { start, end: name === "fullmatch" }),
    ALL_KINDS,
  );
  if (constants.every((text) => fixesHost(text, start))) {
    makeOriginSafe(run, frame, { expr: subject, kinds: kindsOf("url", "redirect") });
  }
  if (kinds !== NO_KINDS) makePlaceSafe(frame, subject, kinds);
}

/** A fixed scheme and host, and the slash that ends them, at the start. */
function fixesHost(expression: string, anchored: boolean): boolean {
  const literal = /^\/(.*)\/[a-z]*$/s.exec(expression)?.[1] ?? expression;
  const body = literal.replaceAll("\\/", "/");
  return /^(?:\^|\\A)?[a-z]+s?\??:\/\/(?:[\w-]|\\\.){1,200}\//.test(body) &&
    (anchored || /^(?:\^|\\A)/.test(body));
}
