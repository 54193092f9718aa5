// A finding's identity across edits: rule, path, folded text and ordinal among equals.

import { createHash } from "node:crypto";

/** NFC, LF, and each run of white space as one space, so that reformatting changes nothing. */
export function foldText(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim();
}

/** 32 hex digits. `ordinal` counts from 0 among findings that are equal in all else. */
export function fingerprint(
  parts: { ruleId: string; path: string; text: string; ordinal: number },
): string {
  const { ruleId, path, text, ordinal } = parts;
  return createHash("sha256")
    .update(JSON.stringify([ruleId, path, foldText(text), ordinal]))
    .digest("hex")
    .slice(0, 32);
}
