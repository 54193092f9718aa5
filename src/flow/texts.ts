// Texts put together of parts: where a part stands decides what it can harm there.

import { lastName } from "./joins.ts";
import { kindsOf, NO_KINDS } from "./kinds.ts";
import { DOTLESS, NAMED, QUOTED, SLASHLESS } from "./models/marks.ts";
import {
  allTaints,
  constant,
  extend,
  joinTaints,
  madeSafe,
  mapTaints,
  NOTHING,
  type Step,
  type Taint,
  textOf,
  type Value,
} from "./values.ts";

const MAX_PARTS = 24;

/** What text behind a fixed host cannot harm. */
export const HOST = kindsOf("url", "redirect", "open");
const FIXED_HOST = /^[a-z][a-z0-9+.-]*:\/\/[^/?#@]+[/?#]/i;

/** What an address begins with that leads to one host whatever follows. */
export const HOST_PREFIX = /^[a-z][a-z0-9+.-]*:\/\/[^/?#@]+\//;

/** The part from which on nothing changes the host of a URL; none where the first may. */
function fixedFrom(parts: readonly Value[]): number {
  let before = "";
  for (const [at, part] of parts.entries()) {
    if (FIXED_HOST.test(before)) return at;
    const text = textOf(part);
    if (text !== undefined) before += text;
    // An address of the server's own comes first; what follows its slash is a path.
    else if (before === "" && allTaints(part).length === 0) {
      return /^[/?#]/.test(textOf(parts[at + 1] ?? part) ?? "") ? at + 1 : Infinity;
    } else return Infinity;
  }
  return FIXED_HOST.test(before) ? parts.length : Infinity;
}

const BELOW = kindsOf("path", "archive");
const BETWEEN_QUOTES = kindsOf("sql", "shell");

/** What stands around a part may keep it from harm: a folder before it, quotes, text at its sides. */
function safeInPlace(part: Value, parts: readonly Value[], at: number): Value {
  if (part.taints.length === 0) return part;
  const before = textOf(parts[at - 1] ?? NOTHING);
  const after = textOf(parts[at + 1] ?? NOTHING);
  const isBelow = at > 0 && allTaints(parts[0]!).length === 0 && textOf(parts[0]!) !== "/";
  const isPartOfName = /[^/\\.]$/.test(before ?? "") || /^[^/\\.]|^\.[^./\\]/.test(after ?? "");
  return mapTaints(part, (taint) => {
    const { safe } = taint;
    const isContained = isBelow && (safe & DOTLESS) !== 0 ||
      (safe & SLASHLESS) !== 0 && isPartOfName;
    const isQuoted = (safe & QUOTED) !== 0 && /['"]$/.test(before ?? "");
    return {
      ...taint,
      safe: safe | (isContained ? BELOW : NO_KINDS) | (isQuoted ? BETWEEN_QUOTES : NO_KINDS),
    };
  });
}

/** Says of what follows that it is no instruction. */
const MARKING =
  /\b(?:untrusted|external (?:content|data|source)|do not follow|not instructions?)\b|<\/?[\w-]{0,40}(?:content|document|external|untrusted|data|page|result)[\w-]{0,40}[ >]/i;

/** A separator and a name. */
function isNameInFolder(end: string): boolean {
  const name = lastName(end);
  return name !== undefined && name.length < end.length && !/[?#]/.test(name);
}

/** A text of parts; one constant where all are. */
export function textValue(parts: readonly Value[], step: Step): Value {
  const flat = parts.flatMap((part) => part.parts ?? [part]).slice(0, MAX_PARTS);
  if (flat.every((part) => textOf(part) !== undefined)) {
    return constant(flat.map((part) => textOf(part)!).join(""), "text");
  }
  const fixed = fixedFrom(flat);
  const taints = flat.reduce<readonly Taint[]>(
    (all, part, at) =>
      joinTaints(all, allTaints(safeInPlace(at >= fixed ? madeSafe(part, HOST) : part, flat, at))),
    [],
  );
  const end = endOf(flat);
  const isNamed = end === undefined
    ? allTaints(flat.at(-1)!).length === 0 && isSeparator(flat.at(-2) ?? NOTHING)
    : isNameInFolder(end);
  const named = isNamed ? NAMED : NO_KINDS;
  const kept = end === undefined && !isNamed ? ~NAMED : ~NO_KINDS;
  const marked = flat.some((part) => MARKING.test(textOf(part) ?? "")) ? kindsOf("result") : 0;
  return {
    taints: taints.map((taint) => ({
      ...taint,
      safe: taint.safe & kept | marked | named,
      trail: extend(taint.trail, step),
    })),
    parts: flat,
    type: "text",
    ...(isSeparator(flat.at(-1)!) && { endsWithSeparator: true }),
  };
}

/** What is known of the end. */
function endOf(parts: readonly Value[]): string | undefined {
  let end: string | undefined;
  for (let at = parts.length - 1; at >= 0; at--) {
    const text = textOf(parts[at]!);
    if (text === undefined) break;
    end = text + (end ?? "");
  }
  return end;
}

/** `/`, a text that ends so, `path.sep`, a value known to. */
export function isSeparator(last: Value): boolean {
  const text = textOf(last);
  if (text !== undefined) return /[\\/]$/.test(text);
  return last.endsWithSeparator === true ||
    (last.refs?.some((ref) => /(?:^|\.)(?:sep|Separator)$/.test(ref)) ?? false);
}
