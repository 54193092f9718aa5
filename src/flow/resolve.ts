// Which file of the target an import means, by each language's rules, told from paths alone. What
// is no file of the target is a library.

import type { ProgramFile } from "./program.ts";
import type { Resolve } from "./run.ts";

export interface ProjectFacts {
  /** tsconfig `paths` and package.json `imports`: a pattern with one `*` at most, and its targets. */
  readonly aliases?: readonly { readonly pattern: string; readonly targets: readonly string[] }[];
  /** By name, the folder of a package of the target, and its entry. */
  readonly packages?: ReadonlyMap<
    string,
    { readonly folder: string; readonly entry: string | undefined }
  >;
  /** Of go.mod files: the module's path and the folder that it stands in. */
  readonly goModules?: readonly { readonly path: string; readonly folder: string }[];
}

export function resolver(
  files: ReadonlyMap<string, ProgramFile>,
  facts: ProjectFacts = {},
): Resolve {
  const known = new Map<string, string | undefined>();
  const goFolders = new Map<string, string>();
  for (const [path, { module }] of files) {
    if (module.language === "go" && !goFolders.has(folderOf(path))) {
      goFolders.set(folderOf(path), path);
    }
  }
  return (from, module) => {
    const key = `${folderOf(from)} ${module} ${files.get(from)?.module.language}`;
    if (!known.has(key)) known.set(key, find(from, module));
    return known.get(key);
  };

  function find(from: string, module: string): string | undefined {
    switch (files.get(from)?.module.language) {
      case "python":
        return pythonFile(files, { from, module });
      case "go":
        return goFile(goFolders, { module, facts });
      default:
        return scriptFile(files, { from, module, facts });
    }
  }
}

export function folderOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? "" : path.slice(0, slash);
}

/** `a/b/../c` without its dots; `undefined` above the root. */
export function joinPath(folder: string, path: string): string | undefined {
  const parts = path.startsWith("/") || folder === "" ? [] : folder.split("/");
  for (const part of path.split("/")) {
    if (part === "..") {
      if (parts.length === 0) return undefined;
      parts.pop();
    } else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

const ENDINGS = [".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs"];

function scriptFile(
  files: ReadonlyMap<string, ProgramFile>,
  { from, module, facts }: { from: string; module: string; facts: ProjectFacts },
): string | undefined {
  if (/^\.{1,2}(?:\/|$)/.test(module)) return scriptAt(files, joinPath(folderOf(from), module));
  for (const { pattern, targets } of facts.aliases ?? []) {
    const [before = "", after] = pattern.split("*");
    const isStar = after !== undefined;
    if (isStar ? !module.startsWith(before) || !module.endsWith(after) : module !== pattern) {
      continue;
    }
    const middle = isStar ? module.slice(before.length, module.length - after.length) : "";
    for (const target of targets) {
      const found = scriptAt(files, joinPath("", target.replace("*", middle)));
      if (found !== undefined) return found;
    }
  }
  return packageFile(files, { module, facts });
}

function packageFile(
  files: ReadonlyMap<string, ProgramFile>,
  { module, facts }: { module: string; facts: ProjectFacts },
): string | undefined {
  const name = module.split("/").slice(0, module.startsWith("@") ? 2 : 1).join("/");
  const found = facts.packages?.get(name);
  if (!found) return undefined;
  const rest = module.slice(name.length + 1);
  if (rest !== "") {
    return scriptAt(files, joinPath(found.folder, rest)) ??
      scriptAt(files, joinPath(found.folder, `src/${rest}`));
  }
  return (found.entry && scriptAt(files, joinPath(found.folder, found.entry))) ??
    scriptAt(files, joinPath(found.folder, "src/index")) ??
    scriptAt(files, joinPath(found.folder, "index"));
}

function scriptAt(
  files: ReadonlyMap<string, ProgramFile>,
  path: string | undefined,
): string | undefined {
  if (path === undefined) return undefined;
  // TypeScript imports the name that the compiled file will have.
  const bare = path.replace(/\.(?:m|c)?jsx?$/, "");
  const candidates = [
    path,
    ...ENDINGS.map((ending) => path + ending),
    ...(bare === path ? [] : ENDINGS.map((ending) => bare + ending)),
    ...ENDINGS.map((ending) => path === "" ? `index${ending}` : `${path}/index${ending}`),
  ];
  return candidates.find((candidate) => files.has(candidate));
}

/** Folders above a file that a package may be found in. */
const MAX_CLIMB = 8;

function pythonFile(
  files: ReadonlyMap<string, ProgramFile>,
  { from, module }: { from: string; module: string },
): string | undefined {
  const here = folderOf(from);
  const dots = /^\.*/.exec(module)![0].length;
  const path = module.slice(dots).replace(/^\//, "").split(".").filter((part) => part !== "").join(
    "/",
  );
  if (module.startsWith("./")) return pythonAt(files, join(here, module.slice(2)));
  if (dots > 0) {
    let folder: string | undefined = here;
    for (let i = 1; i < dots; i++) folder = folder === "" ? undefined : folderOf(folder ?? "");
    return folder === undefined ? undefined : pythonAt(files, join(folder, path));
  }
  let folder = here;
  for (let climbed = 0; climbed <= MAX_CLIMB; climbed++) {
    const found = pythonAt(files, join(folder, path)) ??
      pythonAt(files, join(folder, `src/${path}`));
    // A module does not import itself: `import time` in `time.py` is the library's.
    if (found !== undefined && found !== from) return found;
    if (folder === "") return undefined;
    folder = folderOf(folder);
  }
  return undefined;
}

function join(folder: string, path: string): string {
  return folder === "" ? path : path === "" ? folder : `${folder}/${path}`;
}

function pythonAt(files: ReadonlyMap<string, ProgramFile>, path: string): string | undefined {
  return [`${path}.py`, join(path, "__init__.py"), `${path}.pyi`].find((candidate) =>
    files.has(candidate)
  );
}

/** A package is a folder; any file of it stands for all. */
function goFile(
  folders: ReadonlyMap<string, string>,
  { module, facts }: { module: string; facts: ProjectFacts },
): string | undefined {
  for (const { path, folder } of facts.goModules ?? []) {
    if (module !== path && !module.startsWith(`${path}/`)) continue;
    return folders.get(join(folder, module.slice(path.length + 1)));
  }
  return undefined;
}
