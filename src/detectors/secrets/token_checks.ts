// What tells a live token from a placeholder: checksums, and the look of randomness.

/** Fewest different characters that a random token body has, by its length. */
function fewestDistinct(body: string): number {
  if (/^[0-9a-f]{1,256}$/i.test(body)) return body.length >= 32 ? 9 : 6;
  return body.length >= 32 ? 12 : body.length >= 20 ? 9 : 7;
}

const PLACEHOLDER =
  /example|sample|your|token|secret|dummy|fake|test|placeholder|redacted|change|insert|replace|qwerty|foobar|deadbeef|xxxx|0000/i;

/** From here on, a placeholder's word comes up by chance too often to count. */
const LONG = 60;

/** A run such as `abcdef` or `123456`, in either direction, or `aaaaaa`. */
const MAX_RUN = 6;

/** True for text that a generator made; false for placeholders, repetitions and sequences. */
export function looksRandom(body: string): boolean {
  if (new Set(body).size < fewestDistinct(body)) return false;
  if (body.length < LONG && PLACEHOLDER.test(body)) return false;
  const runs = { up: 1, down: 1, same: 1 };
  for (let i = 1; i < body.length; i++) {
    const step = body.charCodeAt(i) - body.charCodeAt(i - 1);
    runs.up = step === 1 ? runs.up + 1 : 1;
    runs.down = step === -1 ? runs.down + 1 : 1;
    // Bytes of zero are many in the binary data that long tokens hold.
    runs.same = step === 0 && body.length < LONG ? runs.same + 1 : 1;
    if (runs.up >= MAX_RUN || runs.down >= MAX_RUN || runs.same >= MAX_RUN) return false;
  }
  return true;
}

/** Bits of information a character of `text` carries, by how often each occurs in it. */
export function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= count * Math.log2(count / text.length);
  return bits / text.length;
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

/** BIP 173: the 32 digits of Bech32, and the polynomial of its checksum. */
export const BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
const BECH32_POLYNOMIAL = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
const BECH32_CHECKSUM_LENGTH = 6;

/** The six digits that end a Bech32 string of `data` under the human-readable part `hrp`. */
export function bech32Checksum(hrp: string, data: string): string {
  const codes = [...hrp].map((character) => character.charCodeAt(0));
  const values = [
    ...codes.map((code) => code >> 5),
    0,
    ...codes.map((code) => code & 31),
    ...[...data].map((character) => BECH32.indexOf(character)),
    ...Array<number>(BECH32_CHECKSUM_LENGTH).fill(0),
  ];
  let sum = 1;
  for (const value of values) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    BECH32_POLYNOMIAL.forEach((term, bit) => sum ^= (top >>> bit) & 1 ? term : 0);
  }
  sum ^= 1;
  return Array.from(
    { length: BECH32_CHECKSUM_LENGTH },
    (_, i) => BECH32[(sum >>> (5 * (BECH32_CHECKSUM_LENGTH - 1 - i))) & 31],
  ).join("");
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
