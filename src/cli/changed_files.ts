// `--diff` and `--staged`: of what was found, which files changed, and how each is read.

import { Option } from "@commander-js/extra-typings";
import { resolve } from "node:path";
import { type Diagnostic, Failure, type FileChange } from "../core/mod.ts";
import { type ChangedFiles, changedFiles, indexedText } from "../git/mod.ts";
import type { ScanInput } from "../scan/mod.ts";
import {
  type Discovery,
  type FoundFile,
  type ReadResult,
  readSource,
  sourceOf,
} from "../targets/mod.ts";
import type { Io } from "./io.ts";
import type { DIFF_SCOPES } from "../config/mod.ts";

export interface DiffOptions {
  /** True without a ref. */
  readonly diff?: string | true | undefined;
  readonly staged?: true | undefined;
  readonly diffScope?: typeof DIFF_SCOPES[number] | undefined;
  readonly ignore: boolean;
}

export const DIFF_OPTION = new Option(
  "--diff [ref]",
  "only what changed in the working tree since HEAD left the ref (default: the default branch); " +
    "asks git, needs --allow-run=git",
);
export const STAGED_OPTION = new Option("--staged", "only what is staged for the next commit")
  .conflicts("diff");
/** What is compared, and found files as it wants them read. */
export interface Compared {
  readonly changed: NonNullable<ScanInput["changed"]>;
  readonly diagnostics: readonly Diagnostic[];
  readonly read: Reading;
}
export type Reading = (file: FoundFile, limit: { maxFileSize: number }) => Promise<ReadResult>;

/** Undefined where everything is scanned. Throws a Failure where git cannot tell. */
export async function comparedFiles(
  io: Io,
  { found, options }: { readonly found: Discovery; readonly options: DiffOptions },
): Promise<Compared | undefined> {
  const { diff, staged, diffScope: scope = "line" } = options;
  if (diff === undefined && !staged) {
    if (options.diffScope === undefined) return undefined;
    throw new Failure("usage", "Expected --diff or --staged with --diff-scope");
  }
  if (diff === "") throw new Failure("usage", "Expected a ref for --diff, or none at all");
  const told = await changedFiles({
    folder: found.root,
    comparison: staged
      ? { of: "staged" }
      : { of: "worktree", ref: diff === true ? undefined : diff },
    withIgnored: !options.ignore,
    env: { ...ownFolders(io), ...(staged && indexInWork(io)) },
  });
  const changes = new Map<string, FileChange>();
  for (const [path, change] of told.files) changes.set(path, scope === "file" ? "whole" : change);
  for (const { path } of found.files) {
    const name = path.normalize("NFC");
    if (told.folders.some((folder) => name.startsWith(folder))) changes.set(name, "whole");
  }
  return {
    changed: { since: told.since, scope, changes },
    diagnostics: notCompared(told, found),
    read: (file, limit) => readAsCompared(told, file, limit),
  };
}

/** Where the user's own configuration of git is, which says what repositories are safe. */
function ownFolders(io: Io): Record<string, string> {
  const env: Record<string, string> = {};
  for (const name of ["HOME", "XDG_CONFIG_HOME", "USERPROFILE"]) {
    const value = io.env(name);
    if (value !== undefined) env[name] = value;
  }
  return env;
}

/** A hook of `git commit --all` sees what will be committed in an index of its own. */
function indexInWork(io: Io): Record<string, string> {
  const index = io.env("GIT_INDEX_FILE");
  return index ? { GIT_INDEX_FILE: resolve(io.cwd(), index) } : {};
}

function notCompared({ submodules }: ChangedFiles, { files }: Discovery): Diagnostic[] {
  const filled = submodules.filter((folder) =>
    files.some(({ path }) => path.normalize("NFC").startsWith(folder))
  );
  return filled.map((folder) => ({
    kind: "not-compared",
    file: folder.slice(0, -1),
    message: "A submodule is a repository of its own and was not compared; scan it by itself",
  }));
}

async function readAsCompared(
  told: ChangedFiles,
  file: FoundFile,
  { maxFileSize }: { readonly maxFileSize: number },
): Promise<ReadResult> {
  const blob = told.indexed.get(file.path.normalize("NFC"));
  if (blob === undefined) return await readSource(file, { maxFileSize });
  const bytes = await indexedText(told, { blob, limit: maxFileSize });
  return sourceOf(file, { bytes, maxFileSize });
}
