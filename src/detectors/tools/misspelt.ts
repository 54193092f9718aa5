// Words of orders that are misspelt by one letter: a model reads over it, a list of words does not.

/** Long enough that no other word is one letter away. */
const WORDS: readonly string[] = [
  "ignore|instruction|instructions|disregard|previous|guidelines|guideline|restrictions|directives",
  "override|password|passwords|credential|credentials|conversation|secretly|silently|mention",
  "developer|unrestricted|unfiltered|confirmation|permission|approval|environment|private",
  "forward|transmit|exfiltrate|transcript|history|reveal|system|prompt|assistant|earlier",
].flatMap((words) => words.split("|"));

const SHORTEST = 5;
const LONGEST = 14;
const KNOWN = new Set(WORDS);
const BY_LENGTH = Map.groupBy(WORDS, ({ length }) => length);

/** The word that is meant; the word itself where it is none of these. */
export function respell(word: string): string {
  if (word.length < SHORTEST || word.length > LONGEST || KNOWN.has(word)) return word;
  for (const length of [word.length, word.length + 1, word.length - 1]) {
    const meant = BY_LENGTH.get(length)?.find((known) => isOneOff(word, known));
    if (meant) return meant;
  }
  return word;
}

/** One letter more, less or other, or two that changed places; the first stays. */
function isOneOff(word: string, known: string): boolean {
  let at = 0;
  while (at < word.length && word[at] === known[at]) at++;
  // Another ending makes another form.
  const last = Math.min(word.length, known.length) - (word.length === known.length ? 1 : 0);
  if (at === 0 || at >= last) return false;
  if (word.length > known.length) return word.slice(at + 1) === known.slice(at);
  if (word.length < known.length) return word.slice(at) === known.slice(at + 1);
  if (word.slice(at + 1) === known.slice(at + 1)) return true;
  return word[at] === known[at + 1] && word[at + 1] === known[at] &&
    word.slice(at + 2) === known.slice(at + 2);
}
