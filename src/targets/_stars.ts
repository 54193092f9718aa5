// Wildcard matching that hostile patterns cannot slow down: it goes back to the last star only,
// so it takes at most the length of the pattern times that of the items.

export const STAR = Symbol("any number of items");

/** True where `pattern` fits all of `items`; `fitsOne` compares one part with one item. */
export function fits<Part, Item>(
  pattern: readonly (Part | typeof STAR)[],
  items: ArrayLike<Item>,
  fitsOne: (part: Part, item: Item) => boolean,
): boolean {
  let at = 0;
  let next = 0;
  let star: { readonly after: number; covered: number } | undefined;
  while (next < items.length) {
    const part = pattern[at];
    if (part === STAR) {
      star = { after: ++at, covered: next };
    } else if (at < pattern.length && fitsOne(part as Part, items[next]!)) {
      at++;
      next++;
    } else if (star) {
      at = star.after;
      next = ++star.covered;
    } else return false;
  }
  while (pattern[at] === STAR) at++;
  return at === pattern.length;
}
