// Scripts of a package.json that run while it is installed, without anybody asking.

import { type Located, type ProjectDocument, scalarAt, valueAt } from "../../core/mod.ts";

/** `prepare` runs where the package comes from a repository, the others at every install. */
const NAMES = ["preinstall", "install", "postinstall", "prepare"] as const;

/** Units of a script that are judged. */
const MAX_SCRIPT = 10_000;

export interface InstallScript {
  readonly name: typeof NAMES[number];
  readonly text: Located<string>;
}

export function installScripts({ root }: ProjectDocument): InstallScript[] {
  const scripts = valueAt(root, "scripts");
  return NAMES.flatMap((name) => {
    const text = scalarAt(valueAt(scripts, name));
    return text ? [{ name, text: { ...text, value: text.value.slice(0, MAX_SCRIPT) } }] : [];
  });
}

/** A program that stands in the script itself. */
export const INLINE_CODE =
  /\b(?:node|bun|deno)(?:\.exe)?\s{1,4}(?:-[a-z]{0,3}[ep]\b|--eval|--print|eval\b)|\bpython3?\s{1,4}-c\b/;
