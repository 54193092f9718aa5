// What tells a project from others, the same in every clone of it: the address of its remote and
// the place in its repository. Read from git's files; nothing is run.

import { dirname, join, resolve } from "node:path";
import { projectReader } from "../targets/mod.ts";

/** `root` is absolute; where it is no repository with a remote, it is its own name. */
export function projectIdentity(root: string): string {
  const config = gitConfig(root);
  const url = config === undefined ? undefined : remoteUrl(config);
  return url === undefined ? root : normalisedUrl(url);
}

function gitConfig(root: string): string | undefined {
  const read = projectReader(root);
  const own = read(".git/config");
  if (own !== undefined) return own;
  // A worktree or a submodule: a file that says where the rest is.
  const [, folder] = /^gitdir: {0,4}(.{1,4000})$/m.exec(read(".git") ?? "") ?? [];
  if (folder === undefined) return undefined;
  const gitFolder = resolve(root, folder.trim());
  const common = projectReader(gitFolder)("commondir")?.trim();
  return common === undefined
    ? projectReader(gitFolder)("config")
    : projectReader(dirname(join(resolve(gitFolder, common), "config")))("config");
}

/** Of the remote `origin`, or else of the first there is. */
function remoteUrl(config: string): string | undefined {
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

/** `host/owner/name`: without scheme, user, password, port of none, and `.git`. */
export function normalisedUrl(url: string): string {
  const [, rest = url] = /^[a-z][a-z0-9+.-]{0,20}:\/\/(.*)$/i.exec(url) ?? [];
  const isShort = rest === url;
  const at = rest.slice(0, rest.indexOf("/") < 0 ? undefined : rest.indexOf("/")).lastIndexOf("@");
  const named = rest.slice(at + 1);
  const [, host = "", path = ""] = (isShort ? /^([^/:]{1,300}):(.*)$/ : /^([^/]{1,300})\/(.*)$/)
    .exec(named) ?? [];
  if (host === "") return named;
  const trimmed = path.replace(/^\/{1,8}/, "").replace(/\/{1,8}$/, "").replace(/\.git$/, "");
  return `${host.toLowerCase()}/${trimmed}`;
}
