// `--include` and `--exclude`: globs over paths relative to the project root. One without `/`
// names a file or folder at any depth, and one that names a folder covers all below it.

import picomatch from "picomatch";
import { Failure } from "../core/mod.ts";
import { quoted } from "./_open.ts";

export type PathTest = (path: string) => boolean;

/** True for a path that one of `globs` covers. `option` names them in a Failure. */
export function compileGlobs(globs: readonly string[], option: string): PathTest {
  const tests = globs.map((glob) => compileGlob(glob, option));
  return (path) => tests.some((test) => test(path));
}

function compileGlob(glob: string, option: string): PathTest {
  const named = glob.replace(/^\.\//, "").replace(/\/$/, "");
  const anchored = named.includes("/") ? named.replace(/^\//, "") : `**/${named}`;
  if (named === "" || /^!(?!\()/.test(named)) throw badGlob(glob, { option });
  try {
    return picomatch([anchored, `${anchored}/**`], { dot: true, strictBrackets: true });
  } catch (cause) {
    throw badGlob(glob, { option, cause });
  }
}

/** Whether `compileGlobs` takes it. */
export function isGlob(glob: string): boolean {
  try {
    compileGlob(glob, "");
    return true;
  } catch (error) {
    if (error instanceof Failure) return false;
    throw error;
  }
}

function badGlob(glob: string, options: { option: string; cause?: unknown }): Failure {
  return new Failure("usage", `Expected a glob for ${options.option}, got ${quoted(glob)}`, {
    hint: "Globs look like src/**/*.ts, *.gen.js or docs; quote them, and close every bracket",
    cause: options.cause,
  });
}
