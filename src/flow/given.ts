// What a call gives of objects: their members, as the function reads them, and that they stay what
// they are where the function puts them into a table.

import type { Frame } from "./frame.ts";
import type { Expr } from "./ir.ts";
import { memberFrom } from "./members.ts";
import type { Closure, Summary } from "./program.ts";
import type { Run } from "./run.ts";
import { join, memberOf, type Value } from "./values.ts";

/** `handlers[handler.name] = handler`: an object or a function stays what it is. */
export function keepGiven(
  frame: Frame,
  { summary, closure, given }: {
    readonly summary: Summary;
    readonly closure: Closure;
    readonly given: (index: number) => Value;
  },
): void {
  for (const { holder, name, value } of summary.kept) {
    for (const { origin, trail } of value.taints) {
      if (trail || origin.from !== "parameter" || origin.function !== closure.id) continue;
      const { taints, instance, closures } = origin.path.reduce(memberOf, given(origin.index));
      if (taints.length > 0) frame.keep({ holder, name, value: { taints } });
      const before = holder.vars.get(name);
      if (!before || !instance && !closures) continue;
      const kept: Value = {
        taints: [],
        ...(instance && { instance }),
        ...(closures && { closures }),
      };
      const element = before.element ? join(before.element, kept) : kept;
      holder.vars.set(name, { ...before, element });
    }
  }
}

/** Members of what is given; of objects of the program, fields as cells and what getters give. */
export function memberReader(
  run: Run,
  frame: Frame,
  { at }: Pick<Expr, "at">,
): (value: Value, name: string) => Value {
  const known = new Map<Value, Map<string, Value>>();
  return (value, name) => {
    if (!value.instance || run.languageOf(frame.file) === "go") return memberOf(value, name);
    const members = known.get(value) ?? new Map<string, Value>();
    known.set(value, members);
    let read = members.get(name);
    if (!read) {
      const object: Expr = { e: "name", name: "", at };
      read = memberFrom(run, frame, { held: value, expr: { e: "member", object, name, at } });
      members.set(name, read);
    }
    return read;
  };
}
