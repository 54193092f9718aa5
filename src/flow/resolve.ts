// Which file of the target an import means, by each language's rules, told from paths and from what
// project files say. What is no file of the target is a library.

import { AliasTable } from "./aliases.ts";
import { folderOf, joinPath } from "./paths.ts";
import type { ProgramFile } from "./program.ts";
import type { Resolve } from "./run.ts";

/** What project files say that names of modules mean; see project/facts.ts. */
export interface ProjectFacts {
  /** By folder, names that files below it may use. Of one pattern, the first counts. */
  readonly aliases: ReadonlyMap<string, readonly Alias[]>;
  readonly goModules: readonly GoModule[];
}

/** A name with one `*` at most, and the paths from the root that it may stand for, in order. */
export interface Alias {
  readonly pattern: string;
  readonly targets: readonly string[];
}

/** The path that a module's packages begin with, and the folder that they are in. */
export interface GoModule {
  readonly path: string;
  readonly folder: string;
}

const NO_FACTS: ProjectFacts = { aliases: new Map(), goModules: [] };

export function resolver(
  files: ReadonlyMap<string, ProgramFile>,
  facts: ProjectFacts = NO_FACTS,
): Resolve {
  const tables = new Map<string, Map<string, string | undefined>>();
  /** By file, what is known of its folder. */
  const known = new Map<string, Map<string, string | undefined>>();
  const aliases = new AliasTable(facts.aliases);
  const packages = pythonPackages(files);
  const goPackages = goPackagesOf(files, facts.goModules);
  const names = pythonNames(files);
  return (from, module) => {
    let table = known.get(from);
    if (!table) known.set(from, table = tableOf(from));
    let file = table.get(module);
    if (file === undefined && !table.has(module)) table.set(module, file = find(from, module));
    return file;
  };

  function tableOf(from: string): Map<string, string | undefined> {
    const key = `${files.get(from)?.module.language} ${folderOf(from)}`;
    let table = tables.get(key);
    if (!table) tables.set(key, table = new Map());
    return table;
  }

  function find(from: string, module: string): string | undefined {
    switch (files.get(from)?.module.language) {
      case "python":
        return pythonFile(files, { from, module, packages, names });
      case "go":
        return goPackages(from, module);
      default:
        return scriptFile(files, { from, module, aliases });
    }
  }
}

const ENDINGS = [".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs"];

/** What Node.js has itself, whatever a project says. */
const BUILT_IN =
  /^(?:node:.*|assert|async_hooks|buffer|child_process|cluster|console|crypto|dgram|dns|events|fs|http2?|https|inspector|module|net|os|path|perf_hooks|process|punycode|querystring|readline|repl|stream|string_decoder|timers|tls|tty|url|util|v8|vm|wasi|worker_threads|zlib)(?:\/(?:promises|posix|win32|strict|web|consumers|types))?$/;

function scriptFile(
  files: ReadonlyMap<string, ProgramFile>,
  { from, module, aliases }: { from: string; module: string; aliases: AliasTable },
): string | undefined {
  const here = folderOf(from);
  if (/^\.{1,2}(?:\/|$)/.test(module)) return scriptOrSource(files, joinPath(here, module));
  if (BUILT_IN.test(module)) return undefined;
  for (const path of aliases.pathsOf(here, module)) {
    const found = scriptOrSource(files, joinPath("", path));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Folders that hold what is compiled; those within name kinds of modules. */
const OUTPUT = /(^|\/)(?:dist|build|out|lib|output)\/(?:(?:esm|cjs|es|mjs|types|src)\/)?/;

/** The file itself, or where there is none, the source that it is compiled from. */
function scriptOrSource(
  files: ReadonlyMap<string, ProgramFile>,
  path: string | undefined,
): string | undefined {
  if (path === undefined) return undefined;
  const found = scriptAt(files, path);
  if (found !== undefined || !OUTPUT.test(path)) return found;
  return scriptAt(files, path.replace(OUTPUT, "$1src/")) ??
    scriptAt(files, path.replace(OUTPUT, "$1"));
}

function scriptAt(files: ReadonlyMap<string, ProgramFile>, path: string): string | undefined {
  if (files.has(path)) return path;
  // TypeScript imports the name that the compiled file will have.
  const bare = path.replace(/\.(?:m|c)?jsx?$/, "");
  return withEnding(files, path) ?? (bare === path ? undefined : withEnding(files, bare)) ??
    withEnding(files, path === "" ? "index" : `${path}/index`);
}

function withEnding(
  files: ReadonlyMap<string, ProgramFile>,
  path: string,
): string | undefined {
  for (const ending of ENDINGS) {
    const candidate = path + ending;
    if (files.has(candidate)) return candidate;
  }
  return undefined;
}

/** Folders above a file that a package may be found in. */
const MAX_CLIMB = 8;

/** What parts of imports can be called that mean a file of the target. */
interface PythonNames {
  /** Of all folders and modules: what no absolute import begins with is a library's. */
  readonly all: ReadonlySet<string>;
  /** Of modules and packages: what no import ends with is none, though it may be a member of one. */
  readonly modules: ReadonlySet<string>;
}

function pythonNames(files: ReadonlyMap<string, ProgramFile>): PythonNames {
  const all = new Set<string>();
  const modules = new Set<string>();
  for (const [path, { module }] of files) {
    if (module.language !== "python") continue;
    const parts = path.split("/").map((part) => part.replace(/\.pyi?$/, ""));
    for (const part of parts) all.add(part);
    modules.add(parts.at(-1)!);
    const folder = parts.at(-2);
    if (folder !== undefined && parts.at(-1) === "__init__") modules.add(folder);
  }
  return { all, modules };
}

function pythonFile(
  files: ReadonlyMap<string, ProgramFile>,
  { from, module, packages, names }: {
    from: string;
    module: string;
    packages: ReadonlyMap<string, string | undefined>;
    names: PythonNames;
  },
): string | undefined {
  const here = folderOf(from);
  const dots = /^\.*/.exec(module)![0].length;
  const path = module.slice(dots).replace(/^\//, "").split(".").filter((part) => part !== "").join(
    "/",
  );
  const last = module.startsWith("./") ? module.slice(2) : path;
  if (last !== "" && !names.modules.has(last.slice(last.lastIndexOf("/") + 1))) return undefined;
  if (module.startsWith("./")) return pythonAt(files, join(here, last));
  if (dots > 0) {
    let folder: string | undefined = here;
    for (let i = 1; i < dots; i++) folder = folder === "" ? undefined : folderOf(folder ?? "");
    return folder === undefined ? undefined : pythonAt(files, join(folder, path));
  }
  if (!names.all.has(path.split("/", 1)[0]!)) return undefined;
  let folder = here;
  for (let climbed = 0; climbed <= MAX_CLIMB; climbed++) {
    const found = pythonAt(files, join(folder, path)) ??
      pythonAt(files, join(folder, `src/${path}`)) ?? packageAt(files, join(folder, "lib"), path);
    // A module does not import itself: `import time` in `time.py` is the library's.
    if (found !== undefined && found !== from) return found;
    if (folder === "") break;
    folder = folderOf(folder);
  }
  const root = packages.get(path.split("/", 1)[0]!);
  return root === undefined ? undefined : packageAt(files, root, path);
}

/** A module of a package below `folder`; a lone file there is more likely the folder's own. */
function packageAt(
  files: ReadonlyMap<string, ProgramFile>,
  folder: string,
  path: string,
): string | undefined {
  const [name = ""] = path.split("/", 1);
  return files.has(join(folder, `${name}/__init__.py`))
    ? pythonAt(files, join(folder, path))
    : undefined;
}

const PACKAGE_ROOT = /(?:^|\/)(?:src|lib|python)$/;

/** By name, the folder of each package that a project of the target installs, where it is the one. */
function pythonPackages(
  files: ReadonlyMap<string, ProgramFile>,
): ReadonlyMap<string, string | undefined> {
  const roots = new Map<string, string | undefined>();
  for (const path of files.keys()) {
    if (!path.endsWith("/__init__.py")) continue;
    const folder = folderOf(path);
    const root = folderOf(folder);
    if (!PACKAGE_ROOT.test(root)) continue;
    const name = folder.slice(root.length + 1);
    roots.set(name, roots.has(name) ? undefined : root);
  }
  return roots;
}

/** The module `member` of the package `module`, as an import would name it. */
export function submodule(module: string, member: string): string {
  return module.endsWith(".") ? module + member : `${module}.${member}`;
}

function join(folder: string, path: string): string {
  return folder === "" ? path : path === "" ? folder : `${folder}/${path}`;
}

function pythonAt(files: ReadonlyMap<string, ProgramFile>, path: string): string | undefined {
  for (const candidate of [`${path}.py`, join(path, "__init__.py"), `${path}.pyi`]) {
    if (files.has(candidate)) return candidate;
  }
  return undefined;
}

/** A package is a folder; any file of it stands for all. The longest path of a module counts. */
function goPackagesOf(
  files: ReadonlyMap<string, ProgramFile>,
  modules: readonly GoModule[],
): Resolve {
  const folders = new Map<string, string>();
  for (const [path, { module }] of files) {
    const isTest = path.endsWith("_test.go");
    if (module.language !== "go" || isTest || folders.has(folderOf(path))) continue;
    folders.set(folderOf(path), path);
  }
  const byPath = new Map<string, string[]>();
  for (const { path, folder } of modules) {
    const known = byPath.get(path);
    if (known) known.push(folder);
    else byPath.set(path, [folder]);
  }
  return (from, module) => {
    for (let path = module; path !== ""; path = folderOf(path)) {
      // Examples beside one another may bear one name: the importing file's own counts.
      const roots = byPath.get(path) ?? [];
      const own = roots.find((root) => root === "" || from.startsWith(`${root}/`));
      for (const root of own === undefined ? roots : [own]) {
        const found = folders.get(join(root, module.slice(path.length + 1)));
        if (found !== undefined) return found;
      }
    }
    return undefined;
  };
}
