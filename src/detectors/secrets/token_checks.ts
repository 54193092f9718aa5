// What tells a live token from a placeholder: checksums, and the look of randomness.

/** Fewest different characters that a random token body has, by its length. */
function fewestDistinct(length: number): number {
  return length >= 32 ? 12 : length >= 20 ? 9 : 7;
}

const PLACEHOLDER =
  /example|sample|your|token|secret|dummy|fake|test|placeholder|redacted|xxxx|0000/i;

/** A run such as `abcdef` or `123456`, in either direction. */
const MAX_RUN = 6;

/** True for text that a generator made; false for placeholders, repetitions and sequences. */
export function looksRandom(body: string): boolean {
  if (new Set(body).size < fewestDistinct(body.length)) return false;
  if (body.length < 60 && PLACEHOLDER.test(body)) return false;
  let up = 1;
  let down = 1;
  for (let i = 1; i < body.length; i++) {
    const step = body.charCodeAt(i) - body.charCodeAt(i - 1);
    up = step === 1 ? up + 1 : 1;
    down = step === -1 ? down + 1 : 1;
    if (up >= MAX_RUN || down >= MAX_RUN) return false;
  }
  return true;
}

const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** CRC-32 of `body` in base 62, six digits: the end of GitHub's and npm's tokens. */
export function base62Checksum(body: string): string {
  let rest = crc32(body);
  let digits = "";
  while (rest > 0) {
    digits = BASE62[rest % 62] + digits;
    rest = Math.floor(rest / 62);
  }
  return digits.padStart(6, "0");
}

function crc32(text: string): number {
  let crc = 0xffffffff;
  for (let i = 0; i < text.length; i++) {
    crc ^= text.charCodeAt(i) & 0xff;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

const ALNUM = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** `count` characters that look random and are the same each time; for examples and tests. */
export function exampleChars(seed: number): (count: number, alphabet?: string) => string {
  let state = seed >>> 0 || 1;
  return (count, alphabet = ALNUM) => {
    let out = "";
    for (let i = 0; i < count; i++) {
      // Xorshift: any fixed sequence without a pattern would do.
      state ^= state << 13;
      state >>>= 0;
      state ^= state >>> 17;
      state ^= state << 5;
      state >>>= 0;
      out += alphabet[state % alphabet.length];
    }
    return out;
  };
}
