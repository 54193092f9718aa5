// Bytes to text. One odd byte must neither hide a file from the rules nor switch off the search
// for hidden Unicode, so doubtful files are read as text rather than dropped.

import { isUtf8 } from "node:buffer";

/** How far a NUL marks a file as binary. */
const BINARY_WINDOW = 8 * 1024;
const UTF16_NUL_SHARE = 0.4;
/** Below, a share says nothing. */
const UTF16_MIN_NULS = 2;

/**
 * Units of printable ASCII in a row that UTF-16 does not have: as such they would be rare characters
 * one after the other, while a program behind a comment full of zeros has lines of them.
 */
const ASCII_RUN = /[\x20-\x7e]{16}/;

/** Control bytes that source code may hold, in a comment say, and still be told from a binary. */
const TOLERATED_CONTROL_SHARE = 0.05;

/** The text without its byte order mark; `undefined` where the bytes are no text. */
export function decode(
  bytes: Uint8Array<ArrayBuffer>,
  options: { readonly isSource: boolean },
): string | undefined {
  const utf16 = utf16Label(bytes);
  if (utf16) return new TextDecoder(utf16).decode(bytes);
  if (bytes.subarray(0, BINARY_WINDOW).includes(0)) {
    if (!options.isSource || !isMostlyText(bytes)) return undefined;
  }
  const text = new TextDecoder().decode(bytes);
  return isUtf8(bytes) || isMostlyUtf8(text) ? text : new TextDecoder("latin1").decode(bytes);
}

/** By byte order mark, else by zeros that fill every other byte, as they do in Latin script. */
function utf16Label(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const zeros = { even: 0, odd: 0 };
  for (let i = bytes.indexOf(0); i >= 0; i = bytes.indexOf(0, i + 1)) {
    zeros[i % 2 === 0 ? "even" : "odd"]++;
  }
  const enough = Math.max(bytes.length * UTF16_NUL_SHARE, UTF16_MIN_NULS);
  if (Math.max(zeros.even, zeros.odd) < enough) return undefined;
  if (ASCII_RUN.test(new TextDecoder("latin1").decode(bytes))) return undefined;
  if (zeros.even === 0 && zeros.odd >= enough) return "utf-16le";
  if (zeros.odd === 0 && zeros.even >= enough) return "utf-16be";
  return undefined;
}

/** Counts what no source code holds: the C0 controls that are neither white space nor escape. */
function isMostlyText(bytes: Uint8Array): boolean {
  let controls = 0;
  for (const byte of bytes) {
    if (byte < 0x08 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b)) controls++;
  }
  return controls <= bytes.length * TOLERATED_CONTROL_SHARE;
}

/** True where at least as many characters beyond ASCII came out whole as came out broken. */
function isMostlyUtf8(decoded: string): boolean {
  let balance = 0;
  for (const character of decoded) {
    if (character === "\ufffd") balance--;
    else if (character > "\x7f") balance++;
  }
  return balance >= 0;
}
