// Versions and the ranges that manifests ask for, of npm, Python and Go, as intervals. What cannot
// be told is not told: a range that could mean a later version says nothing of an earlier one.

import type { Ecosystem } from "../../core/mod.ts";

/** Compared part by part. */
export interface Version {
  readonly release: readonly number[];
  /** Empty for a release, which comes after its own pre-releases. */
  readonly pre: string;
}

/** Versions from `low`, included, up to `high`, left out; without `high` there is no end. */
export interface Interval {
  readonly low: Version;
  readonly high?: Version;
  /** One version, whole. */
  readonly exact: boolean;
}

const VERSION =
  /^[v=]{0,2}\s{0,4}(\d{1,9}(?:\.\d{1,9}){0,5})(?:[-._]?((?:a|b|c|rc|alpha|beta|pre|preview|dev|next|canary)[\w.-]{0,60})|-([\w.-]{1,80})|\.?(post\d{1,9}))?(?:\+[\w.-]{0,80})?$/i;

/** `undefined` for what is no version, such as a tag. */
export function versionOf(text: string): Version | undefined {
  const found = VERSION.exec(text.trim());
  if (!found) return undefined;
  const [, release, word, suffix] = found;
  return { release: release!.split(".").map(Number), pre: (word ?? suffix ?? "").toLowerCase() };
}

export function compareVersions(a: Version, b: Version): number {
  for (let i = 0; i < Math.max(a.release.length, b.release.length); i++) {
    const difference = (a.release[i] ?? 0) - (b.release[i] ?? 0);
    if (difference !== 0) return difference;
  }
  if (a.pre === b.pre) return 0;
  if (a.pre === "" || b.pre === "") return a.pre === "" ? 1 : -1;
  return comparePre(a.pre, b.pre);
}

/** `rc.2` before `rc.10`, `alpha` before `beta`. */
function comparePre(a: string, b: string): number {
  const [left, right] = [a, b].map((each) => each.match(/\d{1,15}|[a-z]{1,80}/g) ?? []);
  for (let i = 0; i < Math.max(left!.length, right!.length); i++) {
    const [x, y] = [left![i], right![i]];
    if (x === undefined || y === undefined) return x === undefined ? -1 : 1;
    const both = /^\d/.test(x) && /^\d/.test(y);
    const difference = both ? Number(x) - Number(y) : x < y ? -1 : x > y ? 1 : 0;
    if (difference !== 0) return difference;
  }
  return 0;
}

/** What a manifest or a lock file asks for; `undefined` where it says no more than a name. */
export function intervalOf(asked: string, ecosystem: Ecosystem): Interval | undefined {
  const text = asked.trim();
  if (text === "" || text.length > 200) return undefined;
  const parts = ecosystem === "pypi" ? text.split(",") : npmParts(text);
  let interval: Interval | undefined;
  for (const part of parts.slice(0, 10)) {
    const own = ecosystem === "pypi" ? pythonPart(part.trim()) : npmPart(part);
    // A part that is not understood only narrows the rest.
    if (own) interval = interval ? narrower(interval, own) : own;
  }
  return interval;
}

/** One set of comparators; of several sets nothing is told. */
function npmParts(text: string): string[] {
  if (text.includes("||")) return [];
  const dash = /^(\S{1,80})\s{1,8}-\s{1,8}(\S{1,80})$/.exec(text);
  if (dash) return [`>=${dash[1]}`, `<=${dash[2]}`];
  return text.replace(/([<>=^~])\s{1,8}/g, "$1").split(/\s{1,8}/);
}

const ZERO: Version = { release: [0], pre: "" };

function npmPart(part: string): Interval | undefined {
  const [, operator = "", rest = ""] = /^(\^|~>?|[<>]=?|=)?(.{1,100})$/.exec(part) ?? [];
  const wild = /^v?(\d{1,9}(?:\.\d{1,9})?)(?:\.[xX*])+$/.exec(rest)?.[1];
  const low = versionOf(wild ?? rest);
  if (!low) return undefined;
  const isWhole = wild === undefined && low.release.length >= 3;
  switch (operator) {
    case "^":
      return { low, high: next(low, caretPlace(low)), exact: false };
    case "~":
    case "~>":
      return { low, high: next(low, Math.min(1, low.release.length - 1)), exact: false };
    case ">=":
    case ">":
      return { low, exact: false };
    case "<":
      return { low: ZERO, high: low, exact: false };
    case "<=":
      return {
        low: ZERO,
        high: isWhole ? after(low) : next(low, low.release.length - 1),
        exact: false,
      };
    default:
      return isWhole
        ? { low, high: after(low), exact: true }
        : { low, high: next(low, low.release.length - 1), exact: false };
  }
}

function pythonPart(part: string): Interval | undefined {
  const [, operator = "", text = ""] = /^(===?|~=|!=|[<>]=?|\^|~)?(.{1,110})$/.exec(part) ?? [];
  const rest = text.trim();
  const wild = /^(\d{1,9}(?:\.\d{1,9}){0,4})\.\*$/.exec(rest)?.[1];
  const low = versionOf(wild ?? rest);
  if (!low || operator === "!=") return undefined;
  switch (operator) {
    case "==":
    case "===":
      return wild === undefined
        ? { low, high: after(low), exact: true }
        : { low, high: next(low, low.release.length - 1), exact: false };
    case "~=":
      return { low, high: next(low, Math.max(low.release.length - 2, 0)), exact: false };
    // Poetry's own operators, and a bare version that is exact in its tables and in lock files.
    case "^":
    case "~":
      return npmPart(part);
    case "":
      return wild === undefined
        ? { low, high: after(low), exact: true }
        : { low, high: next(low, low.release.length - 1), exact: false };
    default:
      return npmPart(`${operator}${rest}`);
  }
}

/** `^0.2.3` keeps the 2, `^1.2.3` the 1. */
function caretPlace({ release }: Version): number {
  const first = release.findIndex((part) => part !== 0);
  return first < 0 ? Math.max(release.length - 1, 0) : first;
}

/** The least version whose part at `place` is one more. */
function next({ release }: Version, place: number): Version {
  return { release: [...release.slice(0, place), (release[place] ?? 0) + 1], pre: "" };
}

/** Parts of the longest version that is read. */
const MAX_PARTS = 6;

/** Just above a version, and below every other. */
function after({ release, pre }: Version): Version {
  const padding = Array(MAX_PARTS - release.length).fill(0);
  return { release: [...release, ...padding, 1], pre };
}

function narrower(a: Interval, b: Interval): Interval {
  const low = compareVersions(a.low, b.low) >= 0 ? a.low : b.low;
  const highs = [a.high, b.high].filter((each) => each !== undefined);
  const high = highs.sort(compareVersions)[0];
  return { low, ...(high && { high }), exact: a.exact || b.exact };
}

/** True where no version of `asked` lies outside of the range. */
export function isWithin(
  asked: Interval,
  range: { readonly from: string; readonly before: string },
): boolean {
  const from = versionOf(range.from);
  if (from && compareVersions(asked.low, from) < 0) return false;
  if (range.before === "") return true;
  const before = versionOf(range.before);
  if (!before) return false;
  if (asked.exact) return compareVersions(asked.low, before) < 0;
  return asked.high !== undefined && compareVersions(asked.high, before) <= 0;
}
