// What names of Python's typing mean when they are applied to types.

import type { Span } from "../../core/mod.ts";
import type { TypeRef } from "../ir.ts";

export function namedType(name: string, at: Span): TypeRef {
  return { name, args: [], at };
}

/** `Literal` of `typing.Literal`. */
export function lastSegment(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}

/** These say something about a variable; its type is what they are applied to. */
const SEEN_THROUGH = new Set([
  "Annotated",
  "ClassVar",
  "Final",
  "InitVar",
  "NotRequired",
  "ReadOnly",
  "Required",
]);

const CHOICES = new Set(["Optional", "Union"]);

export function appliedType(type: TypeRef): TypeRef {
  const last = lastSegment(type.name);
  if (CHOICES.has(last)) return oneOfTypes(type.args, type.at);
  const [first] = type.args;
  return first && SEEN_THROUGH.has(last) ? first : type;
}

/** Alternatives side by side, however they were put together; nothing is said about `None`. */
export function oneOfTypes(types: readonly TypeRef[], at: Span): TypeRef {
  const flat = types.flatMap((type) => type.name === "|" ? type.args : [type]);
  const args = flat.filter(({ name }) => name !== "None");
  const [first] = args;
  if (!first) return namedType("None", at);
  return args.length === 1 ? first : { name: "|", args, at };
}
