// What the rules over instructions and skills share: where a text warns of what it names.

/** Said of what must not be done, or of what an attacker does. */
const WARNS =
  /\b(?:never|don't|do not|must not|should not|avoid|instead of|rather than|dangerous|malicious|attack(?:s|ers?)?|injection|unsafe|block(?:s|ed)?|deny|denied|reject|flag(?:s|ged)?|detect(?:s|ed)?|refuse|forbid(?:den)?|suspicious|red flags?|vulnerable|bad|examples? of|such as|e\.g\.)\b|❌|✗|🚩/i;

/** Units before and after a hit in which its line and the one above are looked for. */
const MAX_AROUND = 300;

/** True where the line of a hit, or the one above, speaks of it as something to keep from. */
export function isWarned(hit: RegExpExecArray): boolean {
  const { index, input, 0: text } = hit;
  const before = input.slice(Math.max(0, index - MAX_AROUND), index).split("\n").slice(-2);
  const after = input.slice(index + text.length, index + text.length + MAX_AROUND).split("\n", 1);
  return WARNS.test([...before, ...after].join(" "));
}
