// What classes of the program have in common.

import type { ClassInfo } from "./program.ts";

/** Levels of classes above one. */
const MAX_LEVELS = 8;

/** What both classes are; the first, where they have nothing in common. */
export function commonBase(a: ClassInfo, b: ClassInfo): ClassInfo {
  if (a === b) return a;
  const above = new Set(basesOf(a));
  return basesOf(b).find((each) => above.has(each)) ?? a;
}

function basesOf(info: ClassInfo): ClassInfo[] {
  const all = [info];
  for (let level = 0; level < MAX_LEVELS; level++) {
    const base = all.at(-1)!.bases.find(({ instance }) => instance)?.instance;
    if (!base) break;
    all.push(base);
  }
  return all;
}
