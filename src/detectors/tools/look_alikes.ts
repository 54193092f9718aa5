// Letters of Cyrillic, Greek and Armenian that the usual fonts draw like a Latin one, out of
// Unicode's table of confusables.

/** Each Latin letter with its look-alikes. */
// deno-fmt-ignore -- a table
const LOOK_ALIKES = [
  "a\u0430", "c\u0441", "d\u0501", "e\u0435", "g\u0581", "h\u04bb\u0570", "i\u0456", "j\u0458",
  "n\u0578", "o\u043e\u03bf\u0585", "p\u0440", "q\u051b", "s\u0455", "u\u057d", "w\u051d",
  "x\u0445", "y\u0443", "A\u0410\u0391", "B\u0412\u0392", "C\u0421", "E\u0415\u0395", "G\u050c",
  "H\u041d\u0397", "I\u0406\u0399", "J\u0408", "K\u041a\u039a", "M\u041c\u039c", "N\u039d",
  "O\u041e\u039f", "P\u0420\u03a1", "S\u0405", "T\u0422\u03a4", "X\u0425\u03a7", "Y\u04ae\u03a5",
  "Z\u0396",
];

const LATIN: ReadonlyMap<string, string> = new Map(
  LOOK_ALIKES.flatMap(([latin, ...others]) => others.map((other) => [other, latin!] as const)),
);

/** The Latin letter that the character looks like. */
export function plainLetter(character: string): string | undefined {
  return LATIN.get(character);
}

const WORD = /[\p{L}\p{N}_]{1,80}/gu;
const FOREIGN = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u;

/** The Latin letters of words that only look Latin, by where each stands. */
export function disguisedLetters(text: string): ReadonlyMap<number, string> {
  const letters = new Map<number, string>();
  if (!FOREIGN.test(text)) return letters;
  const words = [...text.matchAll(WORD)].filter(([word]) => FOREIGN.test(word));
  const isForeignText = words.some(([word]) => isForeign(word));
  for (const { 0: word, index } of words) {
    const plain = [...word].map((letter) => plainLetter(letter) ?? letter);
    if (plain.some((letter) => FOREIGN.test(letter))) continue;
    // Words such as the Russian for "all" are look-alikes throughout.
    if (isForeignText && !/[a-z]/i.test(word)) continue;
    [...word].forEach((letter, i) => {
      // All look-alikes are of one unit.
      if (plain[i] !== letter) letters.set(index + i, plain[i]!.toLowerCase());
    });
  }
  return letters;
}

/** A word of another script that does not pass for Latin. */
export function isForeign(word: string): boolean {
  return /^[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]{2,}$/u.test(word) &&
    [...word].some((letter) => plainLetter(letter) === undefined);
}
