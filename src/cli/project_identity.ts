// What tells a project from others, the same in every clone of it: the address of its remote and
// the place in its repository.

import { dirname, relative, sep } from "node:path";
import { type GitFolder, remoteUrl } from "./git_folder.ts";

export interface ProjectPlace {
  /** The project root, absolute and real. */
  readonly root: string;
  /** What is scanned, absolute and real. */
  readonly targets: readonly string[];
  /** The repository that it lies in, where it is the user's own. */
  readonly git: GitFolder | undefined;
}

/**
 * The name of what is scanned, and after it those of what it is a part of, up to the whole
 * repository: `host/owner/name`, `host/owner/name:packages/a`. A folder outside of every repository
 * is its own name.
 */
export function projectNames({ root, targets, git }: ProjectPlace): readonly string[] {
  const top = git?.top ?? root;
  const url = git && remoteUrl(git);
  const base = url === undefined ? top : normalisedUrl(url);
  const named = (inside: string): string => inside === "" ? base : `${base}:${inside}`;
  const places = outermost(targets.map((target) => relative(top, target).replaceAll(sep, "/")));
  const names = [named(places.join(","))];
  let folder = commonFolder(places);
  for (; folder !== ""; folder = dirname(folder).replace(/^\.$/, "")) names.push(named(folder));
  return [...new Set([...names, named("")])];
}

/** Sorted, without what lies within another. */
function outermost(places: readonly string[]): readonly string[] {
  if (places.length === 0 || places.includes("")) return [];
  const sorted = [...new Set(places)].sort();
  return sorted.filter((place) => !sorted.some((other) => place.startsWith(`${other}/`)));
}

/** Of the folders that hold each of them. */
function commonFolder(places: readonly string[]): string {
  const [parts = [], ...others] = places.map((place) => place.split("/").slice(0, -1));
  for (const other of others) {
    const length = parts.findIndex((part, i) => part !== other[i]);
    if (length >= 0) parts.length = length;
  }
  return parts.join("/");
}

/** Ports that an address need not name. */
const PORTS: Readonly<Record<string, string>> = {
  ssh: "22",
  https: "443",
  http: "80",
  git: "9418",
};

/** `host/owner/name`: without scheme, user, password, common port, query and `.git`. */
export function normalisedUrl(url: string): string {
  const [, scheme = "", rest = url] = /^([a-z][a-z0-9+.-]{0,20}):\/\/(.*)$/i.exec(url) ?? [];
  const isShort = scheme === "";
  const slash = rest.indexOf("/");
  const at = rest.slice(0, slash < 0 ? undefined : slash).lastIndexOf("@");
  const [named = ""] = rest.slice(at + 1).split(/[?#]/, 1);
  const [, host = "", path = ""] = (isShort ? /^([^/:]{1,300}):(.*)$/ : /^([^/]{1,300})\/(.*)$/)
    .exec(named) ?? [];
  if (host === "") return named;
  const trimmed = path.replace(/^\/{1,8}/, "").replace(/\/{1,8}$/, "").replace(/\.git$/, "");
  const port = PORTS[scheme.toLowerCase()];
  const bare = port !== undefined && host.endsWith(`:${port}`)
    ? host.slice(0, -port.length - 1)
    : host;
  return `${bare.toLowerCase()}/${trimmed}`;
}
