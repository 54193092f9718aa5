// What an object holds that is more than data.

import type { Value } from "./values.ts";

/** Levels of objects that are looked through for functions. */
const MAX_HELD = 2;
const VARIABLES = /^(?:process|os|import\.meta)\.env(?:iron)?\b/;

/** A function, an object of a class or something of a library, or what holds one. */
export function holdsFunctions(
  { closures, refs, instance, fields }: Value,
  level = 0,
): boolean {
  if (closures || instance || refs?.some((ref) => !VARIABLES.test(ref))) return true;
  if (level >= MAX_HELD) return false;
  for (const field of fields?.values() ?? []) if (holdsFunctions(field, level + 1)) return true;
  return false;
}
