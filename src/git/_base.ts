// The commit that a comparison starts from.

import { Failure, printable } from "../core/mod.ts";
import { askGit, type Git } from "./_run.ts";

export interface Base {
  /** A full object name. */
  readonly id: string;
  /** In words, for a report. */
  readonly words: string;
}

/** Where the default branch is looked for, after what the remote says it is. */
const DEFAULT_BRANCHES = ["origin/main", "origin/master", "main", "master"];
const SHOWN = 10;

/**
 * The merge base of HEAD and `ref` or, without one, the default branch. Throws a Failure where
 * there is no such commit.
 */
export async function baseOf(
  git: Git,
  { ref, isShallow }: { readonly ref: string | undefined; readonly isShallow: boolean },
): Promise<Base> {
  const head = await commitOf(git, "HEAD");
  if (head === undefined) {
    throw new Failure("unknown-ref", "Expected a commit to compare with, but there is none yet", {
      hint: "Commit something first, or scan what is staged with --staged",
    });
  }
  const named = ref ?? await defaultBranch(git);
  const commit = await commitOf(git, named);
  if (commit === undefined) throw unknownRef(named);
  if (commit === head) return { id: head, words: `${shown(named)} (${head.slice(0, SHOWN)})` };
  const { text } = await askGit(git, ["merge-base", commit, head]);
  const id = text?.split("\n", 1)[0] ?? "";
  if (!isId(id)) throw noMergeBase(named, isShallow);
  const words = id === commit ? shown(named) : `the merge base with ${shown(named)}`;
  return { id, words: `${words} (${id.slice(0, SHOWN)})` };
}

/** What the index is compared with: HEAD or, before the first commit, a tree without files. */
export async function stagedBase(git: Git): Promise<Base> {
  const head = await commitOf(git, "HEAD");
  if (head !== undefined) return { id: head, words: `HEAD (${head.slice(0, SHOWN)})` };
  const { text } = await askGit(git, ["hash-object", "-t", "tree", "--stdin"]);
  return { id: (text ?? "").trim(), words: "an empty project" };
}

async function commitOf(git: Git, ref: string): Promise<string | undefined> {
  if (ref.startsWith("-")) return undefined;
  const asked = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`];
  const id = (await askGit(git, asked)).text?.trim() ?? "";
  return isId(id) ? id : undefined;
}

function isId(text: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}

async function defaultBranch(git: Git): Promise<string> {
  const asked = ["symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD"];
  const told = (await askGit(git, asked)).text?.trim() ?? "";
  for (const name of told === "" ? DEFAULT_BRANCHES : [told, ...DEFAULT_BRANCHES]) {
    if (await commitOf(git, name) !== undefined) return name;
  }
  throw new Failure("unknown-ref", "Could not tell the default branch to compare with", {
    hint: `Name it, as in --diff=origin/trunk. Looked for: ${DEFAULT_BRANCHES.join(", ")}`,
  });
}

function shown(ref: string): string {
  return printable(ref);
}

function unknownRef(ref: string): Failure {
  return new Failure("unknown-ref", `Could not find a commit named "${shown(ref)}"`, {
    hint: "Name a branch, tag or commit that was fetched. " +
      "A target stands before the option: scan src/ --diff",
  });
}

function noMergeBase(ref: string, isShallow: boolean): Failure {
  if (!isShallow) {
    return new Failure("no-merge-base", `HEAD and "${shown(ref)}" have no commit in common`, {
      hint: "Name a commit of the history of HEAD",
    });
  }
  return new Failure(
    "no-merge-base",
    `The clone is shallow, and does not reach back to where HEAD left "${shown(ref)}"`,
    { hint: "Fetch the whole history (git fetch --unshallow; in a workflow fetch-depth: 0)" },
  );
}
