// What attackers do to a text so that people and filters pass it: `{{base64:…}}` in a line of the
// sets stands for the text in Base64, and so on; they nest.

import { Buffer } from "node:buffer";

const MORSE: Readonly<Record<string, string>> = {
  // deno-fmt-ignore
  a: ".-",
  b: "-...",
  c: "-.-.",
  d: "-..",
  e: ".",
  f: "..-.",
  g: "--.",
  h: "....",
  i: "..",
  j: ".---",
  k: "-.-",
  l: ".-..",
  m: "--",
  n: "-.",
  o: "---",
  p: ".--.",
  q: "--.-",
  r: ".-.",
  s: "...",
  t: "-",
  u: "..-",
  v: "...-",
  w: ".--",
  x: "-..-",
  y: "-.--",
  z: "--..",
  " ": "/",
};
const CONFUSABLE: Readonly<Record<string, string>> = {
  a: "\u0430",
  c: "\u0441",
  e: "\u0435",
  i: "\u0456",
  o: "\u03bf",
  p: "\u0440",
  s: "\u0455",
  x: "\u0445",
  y: "\u0443",
  I: "\u0406",
  S: "\u0405",
};

function bytes(text: string, each: (byte: number) => string, between = ""): string {
  return [...Buffer.from(text)].map(each).join(between);
}

function points(text: string, each: (point: number) => number): string {
  return String.fromCodePoint(...[...text].map((letter) => each(letter.codePointAt(0)!)));
}

function rot13(text: string): string {
  return text.replace(/[a-z]/gi, (letter) => {
    const first = letter <= "Z" ? 65 : 97;
    return String.fromCharCode((letter.charCodeAt(0) - first + 13) % 26 + first);
  });
}

function bold(point: number): number {
  return point >= 97 && point <= 122 ? 0x1d41a + point - 97 : point;
}

const DISGUISES: Readonly<Record<string, (text: string) => string>> = {
  base64: (text) => Buffer.from(text).toString("base64"),
  base64url: (text) => Buffer.from(text).toString("base64url"),
  hex: (text) => Buffer.from(text).toString("hex"),
  percent: (text) => bytes(text, (byte) => `%${byte.toString(16).padStart(2, "0")}`),
  entities: (text) => bytes(text, (byte) => `&#${byte};`),
  hexentities: (text) => bytes(text, (byte) => `&#x${byte.toString(16)};`),
  escapes: (text) => bytes(text, (byte) => `\\x${byte.toString(16).padStart(2, "0")}`),
  binary: (text) => bytes(text, (byte) => byte.toString(2).padStart(8, "0"), " "),
  octal: (text) => bytes(text, (byte) => `\\${byte.toString(8).padStart(3, "0")}`),
  rot13,
  reverse: (text) => [...text].reverse().join(""),
  morse: (text) => [...text.toLowerCase()].map((letter) => MORSE[letter] ?? letter).join(" "),
  tags: (text) => points(text, (point) => 0xe0000 + point),
  selectors: (text) => points(text, (point) => 0xe0100 + point - 16),
  zerobits: (text) =>
    bytes(text, (byte) => byte.toString(2).padStart(8, "0"))
      .replaceAll("0", "\u200b").replaceAll("1", "\u200c"),
  confusable: (text) => [...text].map((letter) => CONFUSABLE[letter] ?? letter).join(""),
  math: (text) => points(text, bold),
  fullwidth: (text) =>
    points(text, (point) => point > 0x20 && point < 0x7f ? point + 0xfee0 : point),
  pad: (count) => " ".repeat(Number(count)),
  lines: (count) => "\n".repeat(Number(count)),
};

const PART = /\{\{([a-z0-9]+):((?:(?!\{\{|\}\}).)*)\}\}/;

/** The text that a line of a set stands for. */
export function disguise(line: string): string {
  let text = line.replaceAll("\\n", "\n")
    .replace(
      /\\u\{([0-9a-f]{1,6})\}/gi,
      (_, hex) => String.fromCodePoint(Number.parseInt(hex, 16)),
    );
  for (let part = PART.exec(text); part; part = PART.exec(text)) {
    const [whole, name = "", inner = ""] = part;
    const make = DISGUISES[name];
    if (!make) throw new Error(`No disguise "${name}" in: ${line}`);
    text = text.slice(0, part.index) + make(inner) + text.slice(part.index + whole.length);
  }
  return text;
}
