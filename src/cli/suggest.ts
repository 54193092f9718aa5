// "Did you mean": the nearest of the right words.

import { closestMatch } from "leven";

/** A sentence to append, or nothing where no word is near. */
export function didYouMean(given: string, known: readonly string[]): string {
  const maxDistance = Math.max(2, Math.floor(given.length / 3));
  const nearest = closestMatch(given.toLowerCase(), known, { maxDistance });
  return nearest === undefined ? "" : ` Did you mean "${nearest}"?`;
}
