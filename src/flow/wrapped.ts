// Handlers that the program wraps in functions of its own before it registers them.

import { isContext } from "./entries.ts";
import { capturedBy } from "./given_back.ts";
import type { Func } from "./ir.ts";
import { ALL_KINDS, NO_KINDS } from "./kinds.ts";
import type { Entry, Summary } from "./program.ts";
import type { Run } from "./run.ts";
import type { Schema } from "./schemas.ts";
import { allTaints, memberOf, type Value } from "./values.ts";

/** A handler that was given to what made the entry, and is called by it with what was sent. */
export function addWrapped(run: Run, entry: Entry, summary: Summary | undefined): void {
  const { closure, sent: [first] } = entry;
  for (const { origin, args } of summary?.calls ?? []) {
    let held = capturedBy(closure, origin);
    for (const name of origin.path) held = held && memberOf(held, name);
    for (const handler of held?.closures ?? []) {
      run.called.add(handler.func);
      const sent = first ? sentOn(entry, args, handler.func) : [];
      if (sent.length > 0) run.addEntry({ ...entry, closure: handler, sent });
    }
  }
}

/** What of it the wrapper hands on, and what it has made safe before. */
function sentOn(
  { closure, sent, kind }: Entry,
  args: readonly Value[],
  handler: Func,
): Entry["sent"] {
  const [first] = sent as [Entry["sent"][number], ...Entry["sent"]];
  if (closure.func.params.some(({ rest }) => rest)) {
    return handler.params.flatMap((param, index) =>
      isContext(kind, param) ? [] : [{ ...first, index }]
    );
  }
  return args.flatMap((arg, index) => {
    const own = allTaints(arg).filter(({ origin }) =>
      origin.from === "parameter" && origin.function === closure.id
    );
    return own.length === 0 ? [] : [{ ...first, index, schema: schemaLeft(arg) }];
  });
}

/** What is safe of a value, and of its members. */
function schemaLeft({ taints, fields }: Value): Schema {
  const safe = taints.reduce((all, taint) => all & taint.safe, ALL_KINDS);
  if (!fields) return { safe };
  const members = [...fields].map(([name, field]): [string, Schema] => [name, schemaLeft(field)]);
  return { safe: NO_KINDS, fields: new Map(members) };
}
