// Which files changed, and which of their lines: in the working tree, untracked files included, or
// in what is staged.

import { Failure, type FileChange, printable } from "../core/mod.ts";
import { type Base, baseOf, stagedBase } from "./_base.ts";
import { parts, type RawChange, rawChanges } from "./_names.ts";
import { patchReader } from "./_patch.ts";
import { askGit, type Git, gitFailed, needGit, runGit } from "./_run.ts";

export type Comparison =
  | { readonly of: "staged" }
  /** `ref`: what is compared with, at the merge base; without it, the default branch. */
  | { readonly of: "worktree"; readonly ref: string | undefined };

/** Paths are relative to the folder that was asked about, with `/`, in normal form (NFC). */
export interface ChangedFiles {
  readonly git: Git;
  /** What was compared with, in words. */
  readonly since: string;
  readonly files: ReadonlyMap<string, FileChange>;
  /** Folders that are new as a whole; each ends in `/`. */
  readonly folders: readonly string[];
  /** Submodules, which are repositories of their own; each ends in `/`. */
  readonly submodules: readonly string[];
  /** Of a staged comparison, files that differ in the working tree, and what is staged of them. */
  readonly indexed: ReadonlyMap<string, string>;
}

/** From 2.32 on, git leaves out whatever configuration it is told to. */
const OLDEST = [2, 32] as const;
const MAX_FILTERS = 1000;
/** Modes of what is no file of the repository's own. */
const SUBMODULE = "160000";

const DIFF = [
  "diff",
  "--no-ext-diff",
  "--no-textconv",
  "--no-color",
  "--no-relative",
  "--ignore-submodules=all",
  "--submodule=short",
  "--find-renames",
  "--src-prefix=a/",
  "--dst-prefix=b/",
];

export interface ChangedOptions {
  /** Absolute; a folder of the repository. Only what lies in it counts. */
  readonly folder: string;
  readonly comparison: Comparison;
  /** Also files that `.gitignore` leaves out. */
  readonly withIgnored: boolean;
  /** The user's own folders of configuration, and index, by the variables that name them. */
  readonly env: Readonly<Record<string, string>>;
}

/** Throws a Failure where git or the repository cannot be used, or has no such commit. */
export async function changedFiles(options: ChangedOptions): Promise<ChangedFiles> {
  const { folder, comparison, withIgnored, env } = options;
  const bare: Git = { folder, filters: [], env };
  await checkVersion(bare);
  const { prefix, isShallow } = await repositoryAt(bare);
  const git: Git = { ...bare, filters: await filtersOf(bare) };
  const base = comparison.of === "staged"
    ? await stagedBase(git)
    : await baseOf(git, { ref: comparison.ref, isShallow });
  const from = comparison.of === "staged" ? ["--cached", base.id] : [base.id];
  const raw = rawChanges(await needGit(git, [...DIFF, "--raw", "-z", ...from, "--", "."]));
  const lines = await linesOf(git, from);
  const files = new Map<string, FileChange>();
  const put = (path: string, change: FileChange): void => {
    const inside = within(prefix, path);
    if (inside !== undefined) files.set(inside, files.has(inside) ? "whole" : change);
  };
  for (const each of new Map(raw.map((one) => [one.path, one])).values()) {
    if (each.status !== "D") put(each.path, changeOfFile(each, lines));
  }
  const folders: string[] = [];
  if (comparison.of === "worktree") {
    const others = ["ls-files", "-z", "--others", "--full-name"];
    const asked = withIgnored ? others : [...others, "--exclude-standard"];
    for (const path of parts(await needGit(git, [...asked, "--", "."]))) {
      if (!path.endsWith("/")) put(path, "whole");
      else folders.push(...[within(prefix, path)].filter((inside) => inside !== undefined));
    }
  }
  const { submodules, blobs } = await trackedOf(git, prefix);
  const indexed = comparison.of === "staged"
    ? await unlikeIndex(git, { prefix, blobs })
    : new Map<string, string>();
  return { git, since: sinceWords(base, comparison), files, folders, submodules, indexed };
}

function sinceWords({ words }: Base, { of }: Comparison): string {
  return of === "staged" ? `${words}, as staged` : words;
}

async function checkVersion(git: Git): Promise<void> {
  const told = await needGit(git, ["version"]);
  const [, major = "0", minor = "0"] = /(\d{1,4})\.(\d{1,4})/.exec(told) ?? [];
  const isOld = Number(major) < OLDEST[0] ||
    (Number(major) === OLDEST[0] && Number(minor) < OLDEST[1]);
  if (!isOld) return;
  throw new Failure("git-unavailable", `Expected git ${OLDEST.join(".")} or newer`, {
    hint: `Found: ${printable(told.trim())}`,
  });
}

async function repositoryAt(
  git: Git,
): Promise<{ readonly prefix: string; readonly isShallow: boolean }> {
  const shown = `"${printable(git.folder)}"`;
  const { text, words } = await askGit(git, [
    "rev-parse",
    "--is-bare-repository",
    "--is-inside-work-tree",
    "--is-shallow-repository",
    "--show-prefix",
  ]);
  if (text === undefined) {
    throw new Failure("no-repository", `Expected a git repository that may be opened at ${shown}`, {
      hint: words === "" ? "Scan it without --diff and --staged" : words,
    });
  }
  const [isBare, isInside, isShallow, ...rest] = text.split("\n");
  if (isBare === "true" || isInside !== "true") {
    const what = isBare === "true" ? "The repository is bare" : "There is no working tree";
    throw new Failure("no-repository", `${what} at ${shown}, so there are no files to scan`, {
      hint: "Scan a clone with a working tree",
    });
  }
  // A name may hold line ends; the last is git's own.
  return { prefix: rest.join("\n").replace(/\n$/, ""), isShallow: isShallow === "true" };
}

/** What `.gitattributes` could name, of any configuration that git reads. */
async function filtersOf(git: Git): Promise<readonly string[]> {
  const asked = ["config", "-z", "--name-only", "--includes", "--get-regexp", "^filter\\."];
  const { text = "" } = await askGit(git, asked);
  const names = parts(text).map((key) => key.slice("filter.".length, key.lastIndexOf(".")));
  const filters = [...new Set(names)];
  if (filters.length <= MAX_FILTERS) return filters;
  throw new Failure("git-failed", `The repository configures ${filters.length} filters`, {
    hint: "None of them may run, and so many cannot be switched off",
  });
}

async function linesOf(
  git: Git,
  from: readonly string[],
): Promise<ReadonlyMap<string, FileChange>> {
  const reader = patchReader();
  const asked = [...DIFF, "--patch", "-U0", "--inter-hunk-context=0", "--text"];
  const { code, words } = await runGit(git, [...asked, ...from, "--", "."], reader.take);
  if (code !== 0) throw gitFailed("diff", words);
  return reader.end();
}

function changeOfFile(
  { path, status }: RawChange,
  lines: ReadonlyMap<string, FileChange>,
): FileChange {
  // Added, of another type, unmerged, unknown: nothing of it was there before.
  if (status !== "M" && status !== "R" && status !== "C") return "whole";
  return lines.get(path) ?? [];
}

/** `path` from the top of the repository as seen from the folder asked about. */
function within(prefix: string, path: string): string | undefined {
  return path.startsWith(prefix) ? path.slice(prefix.length).normalize("NFC") : undefined;
}

interface Tracked {
  readonly submodules: readonly string[];
  /** By path from the top of the repository, what is staged. */
  readonly blobs: ReadonlyMap<string, string>;
}

async function trackedOf(git: Git, prefix: string): Promise<Tracked> {
  const submodules: string[] = [];
  const blobs = new Map<string, string>();
  const list = await needGit(git, ["ls-files", "-z", "--stage", "--full-name", "--", "."]);
  for (const entry of parts(list)) {
    const [, mode, blob, path] = /^(\d{6}) ([0-9a-f]{40,64}) \d\t([^]*)$/.exec(entry) ?? [];
    if (path === undefined) continue;
    const inside = within(prefix, path);
    if (mode !== SUBMODULE) blobs.set(path, blob!);
    else if (inside !== undefined) submodules.push(`${inside}/`);
  }
  return { submodules, blobs };
}

async function unlikeIndex(
  git: Git,
  { prefix, blobs }: { readonly prefix: string; readonly blobs: Tracked["blobs"] },
): Promise<ReadonlyMap<string, string>> {
  const indexed = new Map<string, string>();
  for (const { path } of rawChanges(await needGit(git, [...DIFF, "--raw", "-z", "--", "."]))) {
    const [inside, blob] = [within(prefix, path), blobs.get(path)];
    if (inside !== undefined && blob !== undefined) indexed.set(inside, blob);
  }
  return indexed;
}
