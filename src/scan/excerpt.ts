// A place as a model may be shown it: few lines, chosen by syntax, with every secret replaced. What
// leaves this file holds no secret that a rule knows.

import {
  type Excerpt,
  type ExcerptPart,
  type ExcerptRole,
  isLanguage,
  type LineStarts,
  lineStarts,
  type Location,
  printable,
  type SourceFile,
  type Span,
} from "../core/mod.ts";
import { parse, type SyntaxTree } from "../syntax/mod.ts";
import { bareText, isAllText } from "./bare.ts";
import { type ChosenLines, linesAround, linesNear, smallestAround } from "./excerpt_lines.ts";
import { linesOf, maskedText } from "./masked_lines.ts";
import { matchFile } from "./matching.ts";
import type { RuleSet } from "./rule_set.ts";

/** Lines of all parts together. */
export const MAX_EXCERPT_LINES = 50;
const MAX_FLOW_LINES = 6;
/** Units of a line that are shown, before and after the place. */
const LINE_BEFORE = 120;
const LINE_AFTER = 240;
/** Files that are kept open; places come in the order of their worth, not of files. */
const MAX_OPEN = 64;
const CUT = "…";

export interface ExcerptPlace {
  readonly location: Location;
  /** Other places that matter, in any file. */
  readonly steps: readonly Location[];
}

export interface ExcerptInput {
  /** The rules that know secrets. */
  readonly rules: RuleSet;
  /** `undefined` for what is no file of the target any more. */
  readonly read: (path: string) => Promise<SourceFile | undefined>;
}

interface Opened {
  readonly file: SourceFile;
  readonly starts: LineStarts;
  readonly tree: SyntaxTree | undefined;
  readonly secrets: readonly Span[];
  readonly lines: readonly string[];
  bare?: readonly string[];
}

/** Makes excerpts; `undefined` where a place is not there any more. */
export function excerpts(
  { rules, read }: ExcerptInput,
): (place: ExcerptPlace) => Promise<Excerpt | undefined> {
  const open = new Map<string, Promise<Opened | undefined>>();
  const opened = (path: string): Promise<Opened | undefined> => {
    const known = open.get(path);
    if (known) return known;
    const [oldest] = open.keys();
    if (open.size >= MAX_OPEN && oldest !== undefined) open.delete(oldest);
    const made = openFile(path, { rules, read });
    open.set(path, made);
    return made;
  };
  return async ({ location, steps }) => {
    const own = await opened(location.file);
    if (!own || location.line > own.lines.length) return undefined;
    const also = steps.filter(({ file }) => file === location.file).map(({ line }) => line);
    const focus = spanOf(own, location);
    const chosen = own.tree
      ? linesAround(own.tree, { starts: own.starts, focus, also })
      : { code: linesNear(location.line, own.lines.length, also), constants: [], callers: [] };
    const isMute = own.tree && own.tree.cutAt === undefined &&
      !isAllText(own.tree, smallestAround(own.tree, focus)) && !hasErrors(own, chosen);
    const far: { readonly of: Opened; readonly line: number }[] = [];
    for (const { file, line } of steps) {
      if (file === location.file || far.length >= MAX_FLOW_LINES) continue;
      const other = await opened(file);
      if (other && line <= other.lines.length) far.push({ of: other, line });
    }
    const parts = partsOf(own, { chosen, far, at: location, linesIn: ({ lines }) => lines });
    const bareIn = (each: Opened): readonly string[] =>
      each.tree ? each.bare ??= linesOf(bareText(each.tree, each.secrets)) : [];
    const isBare = isMute &&
      [own, ...far.map(({ of }) => of)].every((each) => bareIn(each).length === each.lines.length);
    return {
      kind: own.file.kind,
      parts,
      ...(isBare && { bare: partsOf(own, { chosen, far, at: location, linesIn: bareIn }) }),
    };
  };
}

async function openFile(path: string, { rules, read }: ExcerptInput): Promise<Opened | undefined> {
  const file = await read(path);
  if (!file) return undefined;
  const { text, kind } = file;
  const matched = await matchFile(file, rules);
  const tree = isLanguage(kind) ? await parse({ language: kind, text }) : undefined;
  return {
    file,
    starts: lineStarts(text),
    tree,
    secrets: matched.secrets,
    lines: linesOf(maskedText(text, matched)),
  };
}

function spanOf({ starts, file }: Opened, location: Location): Span {
  const at = (line: number, column: number): number =>
    Math.min((starts[line - 1] ?? file.text.length) + column - 1, file.text.length);
  const start = at(location.line, location.column);
  return { start, end: Math.max(start, at(location.endLine, location.endColumn)) };
}

/** Whether the grammar did not understand some of the lines. */
function hasErrors({ tree, starts }: Opened, { code }: ChosenLines): boolean {
  if (!tree || tree.errors === 0) return false;
  const [first, last] = [code[0]!, code.at(-1)!];
  const from = starts[first - 1]!;
  const to = starts[last] ?? tree.text.length;
  for (const node of tree.nodesOf(ERRORS)) {
    const { start, end } = tree.span(node);
    if (start < to && end > from) return true;
  }
  return false;
}
const ERRORS = new Set(["ERROR"]);

function partsOf(
  own: Opened,
  { chosen, far, at, linesIn }: {
    readonly chosen: ChosenLines;
    readonly far: readonly { readonly of: Opened; readonly line: number }[];
    readonly at: Location;
    readonly linesIn: (opened: Opened) => readonly string[];
  },
): ExcerptPart[] {
  let left = MAX_EXCERPT_LINES;
  const part = (role: ExcerptRole, of: Opened, numbers: readonly number[]): ExcerptPart => {
    const taken = numbers.slice(0, left);
    left -= taken.length;
    const texts = linesIn(of);
    const lines = taken.map((line) => {
      const column = of === own && line === at.line ? at.column : 1;
      return { line, text: shown(texts[line - 1] ?? "", column) };
    });
    return { role, file: of.file.path, lines };
  };
  const byFile = Map.groupBy(far, ({ of }) => of);
  return [
    part("code", own, chosen.code),
    part("constants", own, chosen.constants),
    part("callers", own, chosen.callers.filter((line) => !chosen.constants.includes(line))),
    ...[...byFile].map(([of, all]) =>
      part("flow", of, [...new Set(all.map(({ line }) => line))].sort((a, b) => a - b))
    ),
  ].filter(({ lines }) => lines.length > 0);
}

/** A line that can be printed, cut around the column where it is long. */
function shown(line: string, column: number): string {
  const from = column > LINE_BEFORE + LINE_AFTER ? column - LINE_BEFORE : 0;
  const to = from + LINE_BEFORE + LINE_AFTER;
  const cut = line.slice(from, to).toWellFormed();
  return (from > 0 ? CUT : "") + printable(cut) + (to < line.length ? CUT : "");
}

/** A text of our own making with every secret replaced that a rule finds in it after all. */
export async function maskedPrompt(text: string, rules: RuleSet): Promise<string> {
  const matched = await matchFile({ path: "prompt.txt", kind: "text", text }, rules);
  return maskedText(text, matched);
}
