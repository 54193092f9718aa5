// Letters as they are compared: small, of one width, without accents.

const ACCENTS = /[\u0300-\u036f\u064b-\u0655\u0670]/g;
/** Scripts whose accents may be left out; others are spelled with theirs. */
const ACCENTED = /[\u00c0-\u052f\u0600-\u06ff\u1e00-\u1fff]/;

/** One or more characters, folded; the length may change. */
export function foldLetters(text: string): string {
  let folded = "";
  for (const letter of text) {
    const plain = letter < "\u0080" ? letter : letter.normalize("NFKC");
    folded += ACCENTED.test(plain) ? plain.normalize("NFD").replace(ACCENTS, "") : plain;
  }
  return folded.toLowerCase();
}
