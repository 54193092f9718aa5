// Paths put together: what cannot climb stays below the folder that it is joined to.

import type { Call } from "./calls.ts";
import { kindsOf, NO_KINDS } from "./kinds.ts";
import { DOTLESS, NAMED, RELATIVE, RESOLVED } from "./models/marks.ts";
import type { CallModel } from "./models/model.ts";
import { allTaints, madeSafe, mapTaints, textOf, type Value } from "./values.ts";

const BELOW = kindsOf("path", "archive");

/** The arguments of a call that joins them, each as safe as its place makes it. */
export function joinedPaths({ args }: Call, model: CallModel): Value[] {
  const last = args.at(-1);
  return placed(args, model).map((each) => last ? endingWith(each, last) : each);
}

/** What stands behind the last separator, where that is a name. */
export function lastName(path: string): string | undefined {
  const name = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
  return /[a-z0-9]/i.test(name) ? name : undefined;
}

/** What a path is put together of, by what it ends with: with a name of the program's own, or not. */
export function endingWith(value: Value, last: Value): Value {
  const text = textOf(last);
  const isNamed = text === undefined ? allTaints(last).length === 0 : lastName(text) !== undefined;
  return mapTaints(value, (taint) => {
    const safe = isNamed ? taint.safe | NAMED : taint.safe & ~NAMED;
    return safe === taint.safe ? taint : { ...taint, safe };
  });
}

function placed(args: Call["args"], { joins, marks = NO_KINDS }: CallModel): Value[] {
  const [first, ...rest] = args;
  if (!first) return [];
  // Dots behind a root are gone once they are resolved.
  const resolves = joins === "below" || (marks & RESOLVED) !== 0;
  if (resolves && isRoot(first)) {
    return [madeSafe(first, DOTLESS), ...rest.map((each) => madeSafe(each, DOTLESS))];
  }
  if (allTaints(first).length > 0) return [...args];
  const asked = joins === "below" ? DOTLESS : DOTLESS | RELATIVE;
  return [first, ...rest.map((each) => keptBelow(each, asked))];
}

/** `/` itself, or a text that begins with it and somebody's value. */
function isRoot(first: Value): boolean {
  return textOf(first.parts?.[0] ?? first) === "/";
}

function keptBelow(value: Value, asked: number): Value {
  return mapTaints(value, (taint) => ({
    ...taint,
    safe: (taint.safe & asked) === asked ? taint.safe | BELOW : taint.safe,
  }));
}

/** What stands on the right of Python's `/`: an absolute path there is taken as it is. */
export function joinedBySlash(right: Value): Value {
  return mapTaints(right, (taint) => ({
    ...taint,
    safe: (taint.safe & RELATIVE) !== 0 ? taint.safe : taint.safe & ~DOTLESS,
  }));
}
