// Keys of providers. They come from the environment, go to their provider's host, and nowhere else:
// into no message, no log, no store.

/** Runs of this many characters of a key are taken out of a text. */
const RUN = 6;

/** A function that takes every piece of `key` out of a text. */
export function keyScrubber(key: string | undefined): (text: string) => string {
  if (key === undefined) return (text) => text;
  const runs = new Set<string>();
  for (let at = 0; at + RUN <= key.length; at++) runs.add(key.slice(at, at + RUN));
  if (key.length < RUN) runs.add(key);
  const length = Math.min(RUN, key.length);
  return (text) => {
    let clean = "";
    let hiddenTo = 0;
    for (let at = 0; at < text.length; at++) {
      if (runs.has(text.slice(at, at + length))) {
        if (at >= hiddenTo) clean += "***";
        hiddenTo = at + length;
      }
      if (at >= hiddenTo) clean += text[at];
    }
    return clean;
  };
}

/**
 * The key in the first of `names` that is set, without white space around it; `undefined` where
 * none is. A header cannot hold other characters than those of ASCII.
 */
export function findKey(
  names: readonly string[],
  env: (name: string) => string | undefined,
): { readonly name: string; readonly key: string } | undefined {
  for (const name of names) {
    const key = env(name)?.trim() ?? "";
    if (key !== "") return { name, key };
  }
  return undefined;
}

/** Whether a key can stand in a header at all. */
export function fitsHeader(key: string): boolean {
  return /^[!-~]{1,1000}$/.test(key);
}
