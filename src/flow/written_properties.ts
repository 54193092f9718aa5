// Properties whose names somebody outside gives: where one leads to the prototype of all objects,
// what is written below it, every object has.

import { evaluate } from "./expressions.ts";
import type { Frame } from "./frame.ts";
import type { Expr } from "./ir.ts";
import { hasKind } from "./kinds.ts";
import type { Run } from "./run.ts";
import { allTaints, type Taint } from "./values.ts";

/** `a[k][l] = v`, and `b[l] = v` where `b` is `a[k]`: both names have to be the caller's. */
export function checkWrittenProperty(
  run: Run,
  frame: Frame,
  { object, index, at }: Expr & { e: "index" },
): void {
  if (!index || run.languageOf(frame.file) !== "script") return;
  if (harmful(allTaints(evaluate(run, frame, index))).length === 0) return;
  for (const { origin, trail, safe } of harmful(evaluate(run, frame, object).chosen ?? [])) {
    frame.reach({
      kind: "property",
      words: "the name of a property that leads to another",
      callee: "[…][…] =",
      place: { file: frame.file, at },
      origin,
      trail,
      safe,
    });
  }
}

function harmful(taints: readonly Taint[]): readonly Taint[] {
  return taints.filter(({ safe }) => !hasKind(safe, "property"));
}
