// Programs as texts of files, trees of them, and edits of a text.

import { isLanguage } from "../../../src/core/mod.ts";
import { parse, type SyntaxTree } from "../../../src/syntax/mod.ts";
import { kindOf } from "../../../src/targets/mod.ts";

/** By path. */
export type Texts = Readonly<Record<string, string>>;

/** What it makes of a program that means the same; `undefined` where there is nothing to change. */
export type Rewrite = (texts: Texts) => Promise<Texts | undefined>;

export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text with its edits, which do not overlap. */
export function edited(text: string, edits: readonly Edit[]): string {
  let result = "";
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < at) throw new Error("Edits overlap");
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** Not a manifest, as `go.mod` is. */
export function isCode(path: string): boolean {
  const language = kindOf(path.split("/").at(-1)!);
  return language !== undefined && isLanguage(language);
}

export async function treeOf(path: string, text: string): Promise<SyntaxTree> {
  const language = kindOf(path.split("/").at(-1)!);
  if (language === undefined || !isLanguage(language)) throw new Error(`No code: ${path}`);
  return await parse({ language, text });
}

/** A rewrite that looks at each file on its own; `others` holds the texts of the other ones. */
export function ofEachFile(
  rewrite: (tree: SyntaxTree, others: string) => string | undefined,
): Rewrite {
  return async (texts) => {
    const changed: Record<string, string> = { ...texts };
    for (const [path, text] of Object.entries(texts)) {
      if (!isCode(path)) continue;
      const others = Object.entries(texts).filter(([other]) => other !== path);
      const made = rewrite(await treeOf(path, text), others.map(([, each]) => each).join("\n"));
      if (made !== undefined) changed[path] = made;
    }
    const same = Object.keys(texts).every((path) => changed[path] === texts[path]);
    return same ? undefined : changed;
  };
}

/** A name that a text does not hold. */
export function freshName(text: string, word: string, from = 1): string {
  let count = from;
  while (text.includes(`${word}${count}`)) count++;
  return `${word}${count}`;
}

/** Where the line begins, if only blanks stand before this place. */
export function lineStart(text: string, at: number): number | undefined {
  const start = text.lastIndexOf("\n", at - 1) + 1;
  return text.slice(start, at).trim() === "" ? start : undefined;
}
