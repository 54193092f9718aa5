// Comments that set a finding aside: `mcp-sentinel-ignore[rule-id]: reason`, on its line or alone
// on the line above. One that is not written so has no effect, and says so.

import type { SourceFile } from "../core/mod.ts";
import { readExpiry } from "./expiry.ts";

/** A file without it has no such comment. */
export const INLINE_MARK = "mcp-sentinel-ignore";

export interface InlineIgnore {
  readonly file: string;
  /** 1-based, of the comment itself. */
  readonly line: number;
  /** The line of the findings that it speaks of. */
  readonly target: number;
  readonly rules: readonly string[];
  readonly reason: string;
  /** When it is over, in ms of the epoch. */
  readonly expires?: number;
}

/** A comment that was meant to be one. */
export interface InlineProblem {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** Of one file; no real one comes near. */
const MAX_COMMENTS = 2000;
const MAX_REASON = 1000;
/** Units before the mark that tell whether it stands in a comment. */
const LOOK_BACK = 40;

const OPENER = /(?:#{1,8}|\/{2,8}!?|\/\*{1,8}!?|<!--|--|;{1,4}|%|(?:^|\s)\*)[ \t]{0,8}$/;
const CLOSER = /[ \t]{0,8}(?:\*\/\}?|-->)/;
/** What ends a block comment whose mark stands in a line before. */
const ONLY_CLOSER = /^[ \t]{0,200}(?:\*\/\}?|-->)[ \t]{0,8}$/;
const RULE_ID = /^[a-z0-9]{1,40}(?:-[a-z0-9]{1,40}){0,15}$/;
const UNTIL = /(?:^|[\s(])until=([^\s:)]{0,40})\)?/;

const SHAPE = `Expected "${INLINE_MARK}[rule-id]: reason"`;

export interface InlineComments {
  readonly ignores: readonly InlineIgnore[];
  readonly problems: readonly InlineProblem[];
}

/** Every such comment of `file`, in order. */
export function readInline(file: Pick<SourceFile, "path" | "text" | "kind">): InlineComments {
  const ignores: InlineIgnore[] = [];
  const problems: InlineProblem[] = [];
  if (!file.text.includes(INLINE_MARK)) return { ignores, problems };
  const lines = file.text.split(/\r\n|\r|\n/);
  const found = lines.map((line) => line.includes(INLINE_MARK) ? commentIn(line, file) : undefined);
  let count = 0;
  for (const [i, comment] of found.entries()) {
    if (!comment) continue;
    const place = { file: file.path, line: i + 1 };
    if (++count > MAX_COMMENTS) {
      problems.push({ ...place, message: `Expected at most ${MAX_COMMENTS} such comments` });
      break;
    }
    const read = readComment(comment.text);
    if (typeof read === "string") problems.push({ ...place, message: read });
    else ignores.push({ ...place, target: targetOf(i, { comment, lines, found }) + 1, ...read });
  }
  return { ignores, problems };
}

interface Comment {
  /** What follows the mark, to the end of the comment. */
  readonly text: string;
  /** Nothing else stands in its line. */
  readonly isAlone: boolean;
}

function commentIn(line: string, { kind }: Pick<SourceFile, "kind">): Comment | undefined {
  const at = line.indexOf(INLINE_MARK);
  const before = line.slice(Math.max(0, at - LOOK_BACK), at);
  const opener = OPENER.exec(before);
  const after = line.slice(at + INLINE_MARK.length);
  // Words about such comments are none.
  if (!opener || !/^(?:\s{0,8}$|\s{0,8}[[:]|\s{0,8}(?:\*\/|-->))/.test(after)) return undefined;
  const closer = CLOSER.exec(after);
  // A line of a notebook's cell is a string of JSON.
  const inCell = kind === "notebook" ? /(?:\\n)?",?\s{0,8}$/.exec(after) : null;
  const end = Math.min(closer?.index ?? Infinity, inCell?.index ?? Infinity, after.length);
  const rest = closer ? after.slice(closer.index + closer[0].length) : "";
  const lead = (at > LOOK_BACK ? line.slice(0, at - LOOK_BACK) : "") +
    before.slice(0, opener.index);
  const isAlone = /^[\s{"]*$/.test(lead) && (kind === "notebook" || !lead.includes('"')) &&
    rest.trim() === "";
  return { text: after.slice(0, end), isAlone };
}

/** The place of the line that a comment speaks of, from 0. */
function targetOf(at: number, context: {
  readonly comment: Comment;
  readonly lines: readonly string[];
  readonly found: readonly (Comment | undefined)[];
}): number {
  const { comment, lines, found } = context;
  if (!comment.isAlone) return at;
  let next = at + 1;
  while (next < lines.length && (found[next]?.isAlone || ONLY_CLOSER.test(lines[next]!))) next++;
  return next;
}

/** Its parts, or what is wrong with it. */
function readComment(
  text: string,
): Pick<InlineIgnore, "rules" | "reason" | "expires"> | string {
  const [head, ids] = /^\s{0,8}\[([^\]]{0,400})\]/.exec(text) ?? [];
  if (head === undefined) return `${SHAPE}: it must name a rule`;
  const rules = ids!.split(",").map((id) => id.trim());
  const wrong = rules.find((id) => !RULE_ID.test(id));
  if (wrong !== undefined) return `${SHAPE}, got "${wrong}" for a rule's id`;
  const rest = text.slice(head.length, head.length + MAX_REASON);
  const until = UNTIL.exec(rest);
  const expires = until ? readExpiry(until[1]!) : undefined;
  if (until && expires === undefined) {
    return `Expected a day such as until=2027-03-01, got "${until[1]}"`;
  }
  const left = until ? rest.replace(until[0], " ") : rest;
  const reason = /^\s{0,8}:(.*)$/.exec(left)?.[1]?.replace(/\s+/g, " ").trim() ?? "";
  if (!/[\p{L}\p{N}]/u.test(reason)) return `${SHAPE}: without a reason it does not count`;
  return { rules, reason, ...(expires !== undefined && { expires }) };
}
