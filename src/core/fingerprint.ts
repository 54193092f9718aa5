// A finding's identity across edits: rule, path, folded text and ordinal among equals.

import { createHash } from "node:crypto";

/** NFC, LF, and each run of white space as one space, so that reformatting changes nothing. */
export function foldText(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim();
}

/** White space beside a mark, which a formatter puts in and takes out. */
const LOOSE_SPACE = /(?<=[^\p{L}\p{N}_$]) | (?=[^\p{L}\p{N}_$])/gu;

/** Code as `foldText` has it, whatever a formatter made of spaces, last commas and quotes. */
export function foldCode(text: string): string {
  return foldText(text).replace(LOOSE_SPACE, "").replace(/,(?=[)\]}])/g, "").replaceAll("'", '"');
}

/** 32 hex digits. `ordinal` counts from 0 among findings that are equal in all else. */
export function fingerprint(
  parts: { ruleId: string; path: string; text: string; ordinal: number },
): string {
  const { ruleId, path, text, ordinal } = parts;
  return createHash("sha256")
    .update(JSON.stringify([ruleId, path, foldCode(text), ordinal]))
    .digest("hex")
    .slice(0, 32);
}
