// `.gitignore` files as git reads them (gitignore(5) and git's wildmatch.c). Their lines come from
// the repository under scan, so none becomes a regular expression (see _stars.ts).

import { dirname, join, sep } from "node:path";
import { mayRead, readSmallText } from "./_open.ts";
import { fits, STAR } from "./_stars.ts";

export const IGNORE_FILE = ".gitignore";
const MAX_SIZE = 1024 * 1024;

export interface IgnoreFile {
  /** Absolute; its lines speak of what is below. */
  readonly folder: string;
  readonly lines: readonly IgnoreLine[];
}

interface IgnoreLine {
  readonly ignores: boolean;
  readonly foldersOnly: boolean;
  /** Without a slash in the line: the name alone is compared, at any depth. */
  readonly nameOnly: boolean;
  readonly segments: readonly (Segment | typeof STAR)[];
}

/** One name of a pattern: plain text, or its parts where it holds wildcards. */
type Segment = string | readonly (Part | typeof STAR)[];
type Part = string | ((unit: string) => boolean);

/** The rules of `folder`'s own file; `undefined` where there is none that may be read. */
export function loadIgnoreFile(folder: string): IgnoreFile | undefined {
  const path = join(folder, IGNORE_FILE);
  const text = mayRead(path) ? readSmallText(path, MAX_SIZE) : undefined;
  return text === undefined ? undefined : { folder, lines: parseIgnoreLines(text) };
}

/** The files from `top` down to the parent of `folder`; none where they ignore `folder` itself. */
export function loadIgnoreFilesAbove(folder: string, top: string): readonly IgnoreFile[] {
  const path: string[] = [];
  for (let at = folder; at !== top && at !== dirname(at); at = dirname(at)) path.unshift(at);
  const files: IgnoreFile[] = [];
  for (const below of path) {
    const file = loadIgnoreFile(dirname(below));
    if (file) files.push(file);
    if (isIgnored(below, { files, isFolder: true })) return [];
  }
  return files;
}

/** True where the last line that speaks of `absolute` ignores it; deeper files come last. */
export function isIgnored(
  absolute: string,
  options: { readonly files: readonly IgnoreFile[]; readonly isFolder: boolean },
): boolean {
  for (const file of options.files.toReversed()) {
    const names = absolute.slice(file.folder.length).split(sep).filter((name) => name !== "");
    const line = file.lines.findLast((line) => speaksOf(line, names, options.isFolder));
    if (line) return line.ignores;
  }
  return false;
}

function speaksOf(line: IgnoreLine, names: readonly string[], isFolder: boolean): boolean {
  if (line.foldersOnly && !isFolder) return false;
  return fits(line.segments, line.nameOnly ? names.slice(-1) : names, fitsSegment);
}

function fitsSegment(segment: Segment, name: string): boolean {
  return typeof segment === "string" ? segment === name : fits(segment, name, fitsPart);
}

function fitsPart(part: Part, unit: string): boolean {
  return typeof part === "string" ? part === unit : part(unit);
}

/** The lines that can speak of something, in their order; the last that does so decides. */
export function parseIgnoreLines(text: string): readonly IgnoreLine[] {
  return text.split("\n").map(parseLine).filter((line) => line !== undefined);
}

function parseLine(raw: string): IgnoreLine | undefined {
  const line = trimUnescaped(raw.endsWith("\r") ? raw.slice(0, -1) : raw);
  if (line === "" || line.startsWith("#")) return undefined;
  const ignores = !line.startsWith("!");
  const signed = ignores ? line : line.slice(1);
  const foldersOnly = signed.endsWith("/");
  const pattern = foldersOnly ? signed.slice(0, -1) : signed;
  const nameOnly = !pattern.includes("/");
  const segments = parseSegments(pattern.startsWith("/") ? pattern.slice(1) : pattern, nameOnly);
  return segments && { ignores, foldersOnly, nameOnly, segments };
}

/** `undefined` for a pattern that nothing fits. */
function parseSegments(pattern: string, nameOnly: boolean): IgnoreLine["segments"] | undefined {
  const names = pattern.split("/");
  const segments: (Segment | typeof STAR)[] = [];
  for (const [i, name] of names.entries()) {
    const segment = name === "**" && !nameOnly ? STAR : parseSegment(name);
    if (segment === undefined) return undefined;
    // At the end, `**` is all that a folder holds, and not the folder.
    if (segment === STAR && i === names.length - 1) segments.push([STAR]);
    segments.push(segment);
  }
  return segments;
}

function parseSegment(name: string): Segment | undefined {
  if (!/[*?[\\]/.test(name)) return name;
  const parts: (Part | typeof STAR)[] = [];
  for (let i = 0; i < name.length; i++) {
    const unit = name[i]!;
    if (unit === "*") parts.push(STAR);
    else if (unit === "?") parts.push(() => true);
    else if (unit === "[") {
      const set = parseSet(name, i + 1);
      if (!set) return undefined;
      parts.push(set.holds);
      i = set.end;
    } else if (unit === "\\") {
      if (++i === name.length) return undefined;
      parts.push(name[i]!);
    } else parts.push(unit);
  }
  return parts;
}

const CLASSES: Readonly<Record<string, RegExp>> = {
  alnum: /[a-z0-9]/i,
  alpha: /[a-z]/i,
  blank: /[ \t]/,
  // deno-lint-ignore no-control-regex -- the class of control characters
  cntrl: /[\0-\x1f\x7f]/,
  digit: /[0-9]/,
  graph: /[!-~]/,
  lower: /[a-z]/,
  print: /[ -~]/,
  punct: /[!-/:-@[-`{-~]/,
  space: /\s/,
  upper: /[A-Z]/,
  xdigit: /[0-9a-f]/i,
};

/** The set whose `[` stands before `start`; `end` is at its `]`. `undefined` where it is broken. */
function parseSet(
  name: string,
  start: number,
): { readonly holds: (unit: string) => boolean; readonly end: number } | undefined {
  const negated = name[start] === "!" || name[start] === "^";
  const first = negated ? start + 1 : start;
  const tests: ((unit: string) => boolean)[] = [];
  for (let i = first; i < name.length; i++) {
    if (name[i] === "]" && i > first) {
      return { holds: (unit) => tests.some((test) => test(unit)) !== negated, end: i };
    }
    if (name.startsWith("[:", i)) {
      const close = name.indexOf(":]", i + 2);
      const members = close < 0 ? undefined : CLASSES[name.slice(i + 2, close)];
      if (!members) return undefined;
      tests.push((unit) => members.test(unit));
      i = close + 1;
      continue;
    }
    if (name[i] === "\\") i++;
    const low = name[i];
    let high = low;
    if (name[i + 1] === "-" && i + 2 < name.length && name[i + 2] !== "]") {
      i += name[i + 2] === "\\" ? 3 : 2;
      high = name[i];
    }
    if (low === undefined || high === undefined) return undefined;
    tests.push((unit) => low <= unit && unit <= high);
  }
  return undefined;
}

/** Without the spaces at the end, those aside that a backslash keeps. */
function trimUnescaped(line: string): string {
  let end = 0;
  for (let i = 0; i < line.length; i++) {
    if (line[i] === "\\") i++;
    else if (line[i] === " ") continue;
    end = Math.min(i + 1, line.length);
  }
  return line.slice(0, end);
}
