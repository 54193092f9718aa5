// Bytes to text. Padding must neither hide a file from the rules nor pass it off in an encoding
// that no interpreter would read it in, so doubtful files are read as text rather than dropped.

import { isUtf8 } from "node:buffer";

/** Of UTF-16 without a mark: below, what the zeros come from is no Latin script. */
const UTF16_NUL_SHARE = 0.4;
/** Characters of some scripts have a zero on the other side now and then. */
const UTF16_STRAY_NUL_SHARE = 0.02;
/**
 * Bytes of ASCII in a row that UTF-16 without a mark may hold: each second one is zero but in some
 * Chinese, while code between comments full of zeros needs such rows for its words.
 */
const UTF16_MAX_ROW = 7;
/** With a mark: source in any script has this many spaces, line ends, keywords and brackets. */
const MARKED_NUL_SHARE = 0.05;
/** Below, a share says nothing. */
const UTF16_MIN_NULS = 2;

/** Up to a hundredth of all characters, and in a short file this many. */
const TOLERATED_CONTROL_SHARE = 0.01;
const TOLERATED_CONTROLS = 8;

/**
 * Bytes of plain ASCII in a row that only text has: of random bytes, as of those of Chinese in
 * UTF-16, such a row comes once in many gigabytes.
 */
const TEXT_ROW = 24;

/** The text without its byte order mark; `undefined` where the bytes are no text. */
export function decode(bytes: Uint8Array<ArrayBuffer>): string | undefined {
  const census = countBytes(bytes);
  const utf16 = utf16Label(bytes, census);
  if (utf16) {
    const text = new TextDecoder(utf16).decode(bytes);
    return isFew(controlsIn(text), text.length) ? text : undefined;
  }
  if (!isFew(census.controls, bytes.length) && census.longestRow < TEXT_ROW) return undefined;
  const text = new TextDecoder().decode(bytes);
  return isUtf8(bytes) || isMostlyUtf8(text) ? text : new TextDecoder("latin1").decode(bytes);
}

interface Census {
  readonly evenNuls: number;
  readonly oddNuls: number;
  /** Of the C0 controls, those that are neither white space nor escape. */
  readonly controls: number;
  /** The longest row of ASCII that text may hold. */
  readonly longestRow: number;
}

function countBytes(bytes: Uint8Array): Census {
  const nuls = [0, 0];
  let [controls, row, longestRow] = [0, 0, 0];
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte === 0) nuls[i & 1]!++;
    if (isControl(byte)) controls++;
    row = byte > 0x7e || isControl(byte) ? 0 : row + 1;
    if (row > longestRow) longestRow = row;
  }
  return { evenNuls: nuls[0]!, oddNuls: nuls[1]!, controls, longestRow };
}

/**
 * By byte order mark, or by zeros that fill every other byte of the whole file. The mark alone
 * says little, since a shell, or Python in Latin-1, reads on behind it.
 */
function utf16Label(bytes: Uint8Array, census: Census): "utf-16le" | "utf-16be" | undefined {
  const { evenNuls, oddNuls, longestRow } = census;
  const marked = Math.floor(bytes.length / 2 - 1) * MARKED_NUL_SHARE;
  const isMarked = (high: number): boolean => longestRow < TEXT_ROW && high >= marked;
  if (bytes[0] === 0xff && bytes[1] === 0xfe && isMarked(oddNuls)) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff && isMarked(evenNuls)) return "utf-16be";
  if (longestRow > UTF16_MAX_ROW) return undefined;
  const enough = Math.max(bytes.length * UTF16_NUL_SHARE, UTF16_MIN_NULS);
  const stray = bytes.length * UTF16_STRAY_NUL_SHARE;
  if (evenNuls <= stray && oddNuls >= enough) return "utf-16le";
  if (oddNuls <= stray && evenNuls >= enough) return "utf-16be";
  return undefined;
}

function controlsIn(text: string): number {
  let controls = 0;
  for (let i = 0; i < text.length; i++) if (isControl(text.charCodeAt(i))) controls++;
  return controls;
}

function isControl(unit: number): boolean {
  return unit < 0x08 || (unit > 0x0d && unit < 0x20 && unit !== 0x1b);
}

function isFew(controls: number, length: number): boolean {
  return controls <= Math.max(TOLERATED_CONTROLS, length * TOLERATED_CONTROL_SHARE);
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
