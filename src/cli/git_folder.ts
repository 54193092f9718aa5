// What git's own files say of a folder: which repository it lies in, its remote, and the commit
// that is checked out. Read, bounded, and nothing is run. Only for folders that are the user's own,
// as these files may name any place.

import { dirname, join, resolve } from "node:path";
import { projectReader } from "../targets/mod.ts";

export interface GitFolder {
  /** The top of the working tree, absolute. */
  readonly top: string;
  /** Where HEAD is. */
  readonly own: string;
  /** Where the configuration and the branches are: another place for a worktree. */
  readonly common: string;
}

const MAX_LEVELS = 100;

/** The repository that `folder`, absolute and real, lies in; worktrees and submodules too. */
export function gitFolder(folder: string): GitFolder | undefined {
  let top = folder;
  for (let level = 0; level < MAX_LEVELS; level++) {
    const read = projectReader(top);
    if (read(".git/config") !== undefined || read(".git/HEAD") !== undefined) {
      const own = join(top, ".git");
      return { top, own, common: own };
    }
    const [, named] = /^gitdir: {0,4}(.{1,4000})$/m.exec(read(".git") ?? "") ?? [];
    if (named !== undefined) return linked(top, named.trim());
    const above = dirname(top);
    if (above === top) return undefined;
    top = above;
  }
  return undefined;
}

function linked(top: string, named: string): GitFolder | undefined {
  const own = realPath(resolve(top, named));
  const [first] = projectReader(own)("commondir")?.split("\n") ?? [];
  const common = first === undefined ? own : realPath(resolve(own, first.trim()));
  return { top, own, common };
}

function realPath(path: string): string {
  try {
    return Deno.realPathSync(path);
  } catch {
    // Not readable, so nothing in it is read.
    return path;
  }
}

/** Of the remote `origin`, or else of the first there is. */
export function remoteUrl({ common }: GitFolder): string | undefined {
  const config = projectReader(common)("config") ?? "";
  const urls = new Map<string, string>();
  let remote: string | undefined;
  for (const line of config.split(/\r?\n/).slice(0, 20_000)) {
    const [, section] = /^\s{0,8}\[\s{0,8}(.{1,400}?)\s{0,8}\]/.exec(line) ?? [];
    if (section !== undefined) remote = /^remote\s{1,8}"(.{1,200})"$/.exec(section)?.[1];
    const [, url] = /^\s{0,8}url\s{0,8}=\s{0,8}"?([^"\s]{1,2000})/.exec(line) ?? [];
    if (remote !== undefined && url !== undefined && !urls.has(remote)) urls.set(remote, url);
  }
  return urls.get("origin") ?? urls.values().next().value;
}

const COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
/** Names that git takes for branches, without what would lead out of its folder. */
const REF = /^refs\/[\w./@+-]{1,300}$/;

/** The commit that HEAD stands for; `undefined` before the first, and where it is kept otherwise. */
export function headCommit({ own, common }: GitFolder): string | undefined {
  const head = projectReader(own)("HEAD")?.trim() ?? "";
  if (COMMIT.test(head)) return head;
  const ref = head.startsWith("ref: ") ? head.slice("ref: ".length).trim() : "";
  if (!REF.test(ref) || ref.includes("..")) return undefined;
  for (const folder of [own, common]) {
    const loose = projectReader(folder)(ref)?.trim();
    if (loose !== undefined && COMMIT.test(loose)) return loose;
  }
  const packed = projectReader(common)("packed-refs")?.split("\n") ?? [];
  const line = packed.find((one) => one.trimEnd().endsWith(` ${ref}`));
  const [commit = ""] = line?.split(" ") ?? [];
  return COMMIT.test(commit) ? commit : undefined;
}
