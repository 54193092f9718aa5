// The programs that the properties are held against: all cases written by hand, and the matrix.

import { combinations } from "../matrix/matrix.ts";
import { GO } from "../matrix/go.ts";
import { PYTHON } from "../matrix/python.ts";
import { SCRIPT } from "../matrix/script.ts";
import type { Texts } from "./edit.ts";

export interface Program {
  readonly name: string;
  readonly texts: Texts;
}

const CASES = new URL("../../../testdata/flows/", import.meta.url);

export function programs(): Program[] {
  const all: Program[] = [];
  for (const language of ["go", "python", "script"]) {
    const folder = new URL(`${language}/`, CASES);
    for (const { name, isDirectory } of sorted(folder)) {
      const texts: Record<string, string> = {};
      if (isDirectory) read(new URL(`${name}/`, folder), "", texts);
      else texts[name] = Deno.readTextFileSync(new URL(name, folder));
      all.push({ name: `${language}/${name}`, texts });
    }
  }
  for (const language of [PYTHON, SCRIPT, GO]) {
    for (const { name, files } of combinations(language)) all.push({ name, texts: files });
  }
  return all;
}

function read(folder: URL, under: string, texts: Record<string, string>): void {
  for (const { name, isDirectory } of sorted(folder)) {
    if (isDirectory) read(new URL(`${name}/`, folder), `${under}${name}/`, texts);
    else texts[`${under}${name}`] = Deno.readTextFileSync(new URL(name, folder));
  }
}

function sorted(folder: URL): Deno.DirEntry[] {
  try {
    return [...Deno.readDirSync(folder)].sort((a, b) => a.name < b.name ? -1 : 1);
  } catch (error) {
    // Cases of a language may be yet to come.
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}
