// Checks of where a path or an address begins.

import { HOST_PREFIX } from "./texts.ts";
import { evaluate } from "./expressions.ts";
import type { Frame } from "./frame.ts";
import type { Expr } from "./ir.ts";
import { kindsOf } from "./kinds.ts";
import { BOUNDED, DOTLESS, RELATED, RELATIVE, UNCLIMBING } from "./models/marks.ts";
import type { Run } from "./run.ts";
import {
  CONTAINED,
  isGiven,
  isMarked,
  isResolved,
  makeOriginSafe,
  makePlaceSafe,
} from "./safe_places.ts";
import { isSeparator } from "./texts.ts";
import { textOf, type Value } from "./values.ts";

/** Of a path, or of its parts: `x.split("/")`, `Path(x).parts`. */
function wholeOf(expr: Expr): Expr {
  if (expr.e === "member" && expr.name === "parts") return wholeOf(expr.object);
  if (expr.e !== "call") return expr;
  const { callee, args } = expr;
  if (callee.e === "member" && callee.name === "split") return wholeOf(callee.object);
  const name = callee.e === "member" || callee.e === "name" ? callee.name : "";
  return /^(?:PurePosix|Pure)?Path$/.test(name) && args[0] ? args[0].value : expr;
}

/** Two dots are not among what it holds. */
export function refineDotless(frame: Frame, holder: Expr): void {
  makePlaceSafe(frame, wholeOf(holder), DOTLESS);
}

const ABSOLUTE = /^(?:isAbsolute|isabs|IsAbs|is_absolute)$/;

/** What a call that does not hold says: no absolute path, no dots, no dash at the start. */
export function refineRefusal(
  run: Run,
  frame: Frame,
  { object, name, args }: { object: Expr; name: string; args: readonly Expr[] },
): void {
  const [first] = args;
  if (ABSOLUTE.test(name)) {
    const place = name === "is_absolute" ? object : first;
    if (place) makePlaceSafe(frame, wholeOf(place), RELATIVE);
    return;
  }
  const [subject, asked] = name === "Contains" || name === "HasPrefix" ? args : [object, first];
  const text = asked && textOf(evaluate(run, frame, asked));
  if (!subject || text === undefined) return;
  if (/^(?:includes|contains|Contains)$/.test(name)) {
    if (text === "..") refineDotless(frame, subject);
  } else if (PREFIX.test(name)) {
    if (text === "/") makePlaceSafe(frame, subject, RELATIVE);
    // With blanks before it, it is no option either.
    if (text === "-") makePlaceSafe(frame, trimmed(subject), kindsOf("argument"));
  }
}

/** `x` of `x.strip()`. */
function trimmed(expr: Expr): Expr {
  if (expr.e !== "call") return expr;
  const { callee, args } = expr;
  if (callee.e !== "member" || !/^(?:l?strip|trim(?:Start)?|TrimSpace)$/.test(callee.name)) {
    return expr;
  }
  return callee.name === "TrimSpace" ? args[0]?.value ?? expr : callee.object;
}

/** A folder of the server's own is among those above a path that is resolved. */
export function refineInside(
  run: Run,
  frame: Frame,
  { path, folder }: { readonly path: Expr; readonly folder: Value },
): void {
  const value = evaluate(run, frame, path);
  if (isGiven(run, frame, folder, value)) return;
  if (isResolved(value)) makeOriginSafe(run, frame, { expr: path, kinds: CONTAINED });
  else makePlaceSafe(frame, path, BOUNDED);
}

const FOLDER_OF = /^(?:dirname|Dir)$/;

/** `dirname(path) == ROOT`, `commonpath([ROOT, path]) == ROOT`, `path.parent == ROOT`. */
export function refineFolder(
  run: Run,
  frame: Frame,
  { place, folder }: { readonly place: Expr; readonly folder: Value },
): void {
  const expr = place.e === "name" ? frame.madeOf.get(place.name) ?? place : place;
  if (expr.e === "member" && expr.name === "parent") {
    return refineInside(run, frame, { path: expr.object, folder });
  }
  if (expr.e !== "call") return;
  const name = expr.callee.e === "member" || expr.callee.e === "name" ? expr.callee.name : "";
  const first = expr.args[0]?.value;
  if (FOLDER_OF.test(name) && first) refineInside(run, frame, { path: first, folder });
  if (name !== "commonpath" || first?.e !== "list") return;
  for (const { value } of first.items) refineInside(run, frame, { path: value, folder });
}

const PREFIX = /^(?:startsWith|startswith|HasPrefix)$/;

/** Only a path that was resolved first, and a prefix that ends where a folder's name ends. */
export function refinePrefix(
  run: Run,
  frame: Frame,
  { test, object, name, first, holds }: {
    test: Expr & { e: "call" };
    object: Expr;
    name: string;
    first: Expr | undefined;
    holds: boolean;
  },
): void {
  const [subject, prefix] = name === "HasPrefix" ? [first, test.args[1]?.value] : [object, first];
  if (name === "is_relative_to" && holds) {
    const isInside = isResolved(evaluate(run, frame, object));
    if (isInside) makeOriginSafe(run, frame, { expr: object, kinds: CONTAINED });
    else makePlaceSafe(frame, object, BOUNDED);
    return;
  }
  if (!PREFIX.test(name) || !subject || !prefix) return;
  const value = evaluate(run, frame, prefix);
  if (!holds && textOf(value)?.startsWith("..")) {
    return refineRelative(run, frame, subject);
  }
  if (holds && value.constants?.every((text) => HOST_PREFIX.test(text))) {
    makeOriginSafe(run, frame, { expr: subject, kinds: kindsOf("url", "redirect") });
    return;
  }
  const held = evaluate(run, frame, subject);
  if (!holds || isGiven(run, frame, value, held) || !isSeparator(value.parts?.at(-1) ?? value)) {
    return;
  }
  if (isResolved(held)) makeOriginSafe(run, frame, { expr: subject, kinds: CONTAINED });
  else makePlaceSafe(frame, subject, BOUNDED);
}

/**
 * `rel.startsWith("..")` does not hold: what a relative path was taken of lies inside. Of a path
 * that is resolved it says no more than that no dots are left in it.
 */
function refineRelative(run: Run, frame: Frame, subject: Expr): void {
  const value = evaluate(run, frame, subject);
  if (isMarked(value, RELATED)) makeOriginSafe(run, frame, { expr: subject, kinds: CONTAINED });
  else makePlaceSafe(frame, subject, isResolved(value) ? DOTLESS : UNCLIMBING);
}
