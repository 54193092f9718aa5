// Encodings that a model reads as if they were plain text, and their decoding, bounded.

export interface Encoding {
  readonly name: string;
  /** Global; a stretch of text that may be in the encoding. */
  readonly expression: RegExp;
}

/** Shorter stretches hold no sentence; longer ones are decoded up to here. */
const LONGEST = 4_096;

export const ENCODINGS: readonly Encoding[] = [
  { name: "Base64", expression: /[A-Za-z0-9+/_-]{20,}={0,2}/g },
  { name: "hexadecimal", expression: /[0-9A-Fa-f :,]{24,}/g },
  { name: "percent encoding", expression: /[%0-9A-Za-z_.~-]{18,}/g },
  { name: "entities", expression: /[&#;xX0-9A-Fa-f]{24,}/g },
  { name: "escapes", expression: /[\\ux0-9A-Fa-f]{24,}/g },
  { name: "binary", expression: /[01]{8}(?:[ ,]?[01]{8}){5,}/g },
  { name: "octal", expression: /(?:\\[0-3]?[0-7]{2}){6,}/g },
  { name: "Morse code", expression: /[.-]{1,6}(?:[ /]{1,3}[.-]{1,6}){9,}/g },
];

/** What a person could read of a stretch once decoded; `undefined` where that is nothing. */
export function decodeRun(run: string, name: string): string | undefined {
  return decode(run.slice(0, LONGEST), name)?.match(READABLE)?.join("\n");
}

/** ASCII and letters of any script; what is encoded once more has no space. */
const READABLE = /(?:[\t\n\r -~]|(?!\ufffd)[\p{L}\p{M}\p{P}]){6,}/gu;

function decode(run: string, name: string): string | undefined {
  switch (name) {
    case "Base64": {
      const plain = run.replaceAll("-", "+").replaceAll("_", "/").replace(/={1,2}$/, "");
      return bytesText(fromBase64(plain.slice(0, plain.length - (plain.length % 4 === 1 ? 1 : 0))));
    }
    case "hexadecimal":
      return bytesText(pairs(run.split(/[ :,]/).filter((part) => part.length % 2 === 0).join("")));
    case "percent encoding":
      return run.includes("%") ? lettersOf(run, /%([0-9A-Fa-f]{2})/g) : undefined;
    case "entities":
      return run.includes("&#")
        ? run.replace(
          /&#(?:x([0-9A-Fa-f]{2,6})|(\d{2,7}));/g,
          (_, hex, decimal) => character(hex ? Number.parseInt(hex, 16) : Number(decimal)),
        )
        : undefined;
    case "binary":
      return bytesText(numbers(run.match(/[01]{8}/g) ?? [], 2));
    case "octal":
      return bytesText(numbers(run.match(/[0-7]{2,3}/g) ?? [], 8));
    case "Morse code":
      return fromMorse(run);
    default:
      return run.includes("\\") ? lettersOf(run, /\\(?:u00|x)([0-9A-Fa-f]{2})/g) : undefined;
  }
}

function lettersOf(run: string, expression: RegExp): string {
  return run.replace(expression, (_, hex) => character(Number.parseInt(hex, 16)));
}

function character(point: number): string {
  return point <= 0x10ffff ? String.fromCodePoint(point) : "";
}

function fromBase64(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor(text.length * 3 / 4));
  let bits = 0;
  let width = 0;
  let at = 0;
  for (const letter of text) {
    bits = (bits << 6 | ALPHABET.indexOf(letter)) & 0xffff;
    width += 6;
    if (width < 8) continue;
    width -= 8;
    bytes[at++] = bits >> width & 0xff;
  }
  return bytes.subarray(0, at);
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

function pairs(hex: string): Uint8Array {
  return Uint8Array.from(
    { length: hex.length >> 1 },
    (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16),
  );
}

function bytesText(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function numbers(written: readonly string[], base: number): Uint8Array {
  return Uint8Array.from(written, (number) => Number.parseInt(number, base));
}

/** Letters in the order of their signs: the children of place `n` are `2n` (dot) and `2n + 1`. */
const MORSE = "##etianmsurwdkgohvf#l#pjbxcyzq##";

function fromMorse(run: string): string {
  return run.split("/").map((word) =>
    (word.match(/[.-]+/g) ?? []).map((sign) => {
      let place = 1;
      for (const unit of sign) place = place * 2 + (unit === "-" ? 1 : 0);
      return MORSE[place] ?? "";
    }).join("")
  ).join(" ");
}
