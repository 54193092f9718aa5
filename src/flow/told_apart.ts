// Unions told apart by a field: what is checked where `step.type === "insert"` holds is checked
// wherever that is asked of the same object again.

import type { Frame } from "./frame.ts";
import { placeKey } from "./frame.ts";
import type { Expr } from "./ir.ts";
import { valueAt } from "./safe_places.ts";
import { setIn } from "./written_places.ts";
import { textOf, type Told, type Value } from "./values.ts";

interface Asked {
  readonly member: Expr & { readonly e: "member"; readonly object: Expr };
  readonly text: string;
}

const EQUAL = new Set(["==", "==="]);

/** `object.field === "text"` */
function askedOf(test: Expr): Asked | undefined {
  if (test.e !== "binary" || !EQUAL.has(test.op)) return undefined;
  const { left, right } = test;
  for (const [member, other] of [[left, right], [right, left]] as const) {
    if (member.e === "member" && other.e === "const" && other.type === "text") {
      return { member, text: other.text };
    }
  }
  return undefined;
}

interface Ways {
  readonly test: Expr;
  readonly then: ReadonlyMap<string, Value> | undefined;
  readonly otherwise: ReadonlyMap<string, Value> | undefined;
}

/** Of a branch: members of the object that only its one way has changed. */
export function toldApart(
  { test, then, otherwise }: Ways,
): { readonly name: string; readonly told: Told } | undefined {
  const asked = then && otherwise && askedOf(test);
  if (!asked || asked.member.object.e !== "name") return undefined;
  const { object: { name }, name: field } = asked.member;
  const [inside, outside] = [then!.get(name), otherwise!.get(name)];
  if (!inside?.fields || !outside || inside === outside) return undefined;
  const members = new Map(
    [...inside.fields].filter(([key, held]) => key !== field && outside.fields?.get(key) !== held),
  );
  return members.size === 0 ? undefined : { name, told: { field, text: asked.text, members } };
}

/** The object is of that kind: its members are what was made of them where that was asked before. */
export function takeTold(frame: Frame, { place, other }: { place: Expr; other: Value }): void {
  if (place.e !== "member") return;
  const told = valueAt(frame, place.object)?.told;
  const key = placeKey(place.object);
  if (!told || !key || told.field !== place.name || textOf(other) !== told.text) return;
  setIn(frame, {
    ...key,
    change: (held) => ({ ...held, fields: new Map([...held.fields ?? [], ...told.members]) }),
  });
}
