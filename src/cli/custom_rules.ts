// Rules from files that the user names. Nothing is looked for: a folder of a scanned project with
// rules in it stays what it is, files.

import { join, resolve } from "node:path";
import { Failure, printable, type Rule } from "../core/mod.ts";
import { ALL_RULES } from "../detectors/mod.ts";
import type { RuleFile, RuleProblem } from "../rules/mod.ts";
import type { SyntaxTree } from "../syntax/mod.ts";
import { kindOf } from "../targets/mod.ts";
import type { Io } from "./io.ts";
import { didYouMean } from "./suggest.ts";
import { whyUnread } from "./why_unread.ts";

const MAX_FILES = 500;
const MAX_DEPTH = 8;
/** A larger file is no file of rules, and is not read. */
const MAX_BYTES = 1024 * 1024;
/** Problems told; more would push the first off the screen. */
const MAX_TOLD = 20;

export interface CustomRules {
  readonly rules: readonly Rule<SyntaxTree>[];
  /** The files that hold them, absolute. */
  readonly files: readonly string[];
  /** What these say, in their order. */
  readonly texts: readonly string[];
}

/** A file by the path that the user knows it by, and by that it is read by. */
interface Found {
  readonly path: string;
  readonly absolute: string;
}

/** Rules of files and folders; tells every problem, and fails where there is one. */
export async function loadRules(io: Io, paths: readonly string[]): Promise<CustomRules> {
  if (paths.length === 0) return { rules: [], files: [], texts: [] };
  const found = ruleFiles(paths, io.cwd());
  const read = await Promise.all(found.map(readRuleFile));
  // What reads rules is loaded where there are some.
  const { readRules } = await import("../rules/mod.ts");
  const { rules, problems } = await readRules(read, {
    kindOf,
    suggest: didYouMean,
    taken: new Set(ALL_RULES.map(({ id }) => id)),
  });
  if (problems.length > 0) throw malformed(io, problems);
  return {
    rules,
    files: found.map(({ absolute }) => absolute),
    texts: read.map(({ text }) => text),
  };
}

/** Tells all problems but the last, which is the failure's own message. */
function malformed(io: Io, problems: readonly RuleProblem[]): Failure {
  const lines = problems.slice(0, MAX_TOLD).map(({ path, line, column, message }) =>
    `${path}:${line}:${column}: ${message}`
  );
  const more = problems.length - lines.length;
  const last = lines.pop()!;
  for (const line of lines) io.writeError(`error: ${printable(line)}\n`);
  return new Failure("malformed-rules", last, {
    hint: `${
      more > 0 ? `${more} more problems; ` : ""
    }mcp-sentinel rules new ID shows a rule to start from`,
  });
}

function unreadable(path: string, cause: unknown): Failure {
  const reason = whyUnread(cause, "no such file or folder");
  return new Failure(
    "malformed-rules",
    `Could not read the rules "${printable(path)}": ${reason}`,
    {
      hint: "Name a file of rules, or a folder with such files (.yaml, .yml)",
      cause,
    },
  );
}

/** The files of rules under `paths`, in order, each once. */
function ruleFiles(paths: readonly string[], cwd: string): Found[] {
  const found = new Map<string, Found>();
  for (const path of paths) {
    const before = found.size;
    try {
      const absolute = resolve(cwd, path);
      const { isFile, isDirectory } = Deno.statSync(absolute);
      if (isFile) found.set(absolute, { path, absolute });
      else if (isDirectory) addFolder({ path, absolute }, { found, depth: 0 });
      else throw new Error("it is neither a file nor a folder");
    } catch (error) {
      throw error instanceof Failure ? error : unreadable(path, error);
    }
    if (found.size === before && paths.length === 1) {
      throw unreadable(path, new Error("it holds no file of rules (.yaml, .yml)"));
    }
  }
  return [...found.values()];
}

function addFolder(
  folder: Found,
  { found, depth }: { found: Map<string, Found>; depth: number },
): void {
  const entries = [...Deno.readDirSync(folder.absolute)].sort((a, b) => a.name < b.name ? -1 : 1);
  for (const { name, isFile, isDirectory } of entries) {
    const [path, absolute] = [join(folder.path, name), join(folder.absolute, name)];
    if (isFile && /\.ya?ml$/i.test(name)) found.set(absolute, { path, absolute });
    else if (isDirectory && !name.startsWith(".") && depth < MAX_DEPTH) {
      addFolder({ path, absolute }, { found, depth: depth + 1 });
    }
    if (found.size > MAX_FILES) {
      throw new Failure("malformed-rules", `Expected at most ${MAX_FILES} files of rules`, {
        hint: `Name a folder with fewer files than "${printable(folder.path)}"`,
      });
    }
  }
}

async function readRuleFile({ path, absolute }: Found): Promise<RuleFile> {
  try {
    const { size } = await Deno.stat(absolute);
    if (size > MAX_BYTES) throw new Error("it is too large");
    return { path, text: await Deno.readTextFile(absolute) };
  } catch (error) {
    throw unreadable(path, error);
  }
}
