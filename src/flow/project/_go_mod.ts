// go.mod: the path of the module, and the modules that it takes from a folder instead.

import type { GoModule } from "../resolve.ts";
import { pathWithin } from "./_paths.ts";

export function goModulesOf(folder: string, text: string): readonly GoModule[] {
  const found: GoModule[] = [];
  let block = "";
  for (const line of text.split("\n")) {
    const words = wordsOf(line);
    if (words.length === 0) continue;
    if (block !== "" && words[0] === ")") block = "";
    else if (words[1] === "(") block = words[0]!;
    else {
      const [verb, ...rest] = block === "" ? words : [block, ...words];
      const module = verb === "module" ? ownModule(folder, rest) : undefined;
      const replaced = verb === "replace" ? replacement(folder, rest) : undefined;
      if (module) found.push(module);
      if (replaced) found.push(replaced);
    }
  }
  return found;
}

/** Without comments and quotes. */
function wordsOf(line: string): string[] {
  const comment = line.indexOf("//");
  const code = comment < 0 ? line : line.slice(0, comment);
  return code.split(/[\s"`]+/).filter((word) => word !== "");
}

function ownModule(folder: string, [path]: readonly string[]): GoModule | undefined {
  return path === undefined ? undefined : { path, folder };
}

/** `old v1 => ./folder`; what does not start with a dot is another module. */
function replacement(folder: string, words: readonly string[]): GoModule | undefined {
  const arrow = words.indexOf("=>");
  const [path, target] = [words[0], words[arrow + 1]];
  if (arrow < 1 || path === undefined || !target?.startsWith(".")) return undefined;
  const replaced = pathWithin(folder, target);
  return replaced === undefined ? undefined : { path, folder: replaced };
}
