// Calls that read a file or a folder, and which of their parts is the path.

import type { NodeId } from "../../syntax/mod.ts";
import type { Call } from "./calls.ts";
import { constantText } from "../../syntax/mod.ts";

const FS = ["fs", "fs/promises", "fs.promises", "fs-extra", "graceful-fs"];
const FS_READS = [
  "readFile",
  "readFileSync",
  "createReadStream",
  "copyFile",
  "copyFileSync",
  "cp",
  "cpSync",
  "copy",
  "copySync",
  "open",
  "openSync",
  "readJson",
  "readJsonSync",
];
const FS_LISTS = ["readdir", "readdirSync", "opendir", "opendirSync", "glob", "globSync"];

const FILE_READERS: ReadonlySet<string> = new Set([
  ...FS.flatMap((module) => FS_READS.map((name) => `${module}.${name}`)),
  "open",
  "io.open",
  "os.open",
  "codecs.open",
  "aiofiles.open",
  "shutil.copy",
  "shutil.copy2",
  "shutil.copyfile",
  "shutil.move",
  "sqlite3.connect",
  "sqlite3.Database",
  "better-sqlite3",
  "Deno.readTextFile",
  "Deno.readTextFileSync",
  "Deno.readFile",
  "Deno.readFileSync",
  "Deno.open",
  "Bun.file",
  "os.Open",
  "os.OpenFile",
  "os.ReadFile",
  "io/ioutil.ReadFile",
]);

/** By full name or, on a path object, by method. */
export const FOLDER_READERS: ReadonlySet<string> = new Set([
  ...FS.flatMap((module) => FS_LISTS.map((name) => `${module}.${name}`)),
  "os.listdir",
  "os.scandir",
  "os.walk",
  "glob.glob",
  "glob.iglob",
  "glob",
  "glob.globSync",
  "glob.sync",
  "fast-glob",
  "fast-glob.sync",
  "globby",
  "globby.globby",
  "shutil.copytree",
  "shutil.make_archive",
  "Deno.readDir",
  "Deno.readDirSync",
  "os.ReadDir",
  "os.DirFS",
  "io/ioutil.ReadDir",
  "path/filepath.Walk",
  "path/filepath.WalkDir",
  "path/filepath.Glob",
  "iterdir",
  "rglob",
]);

const PATH_METHODS = new Set(["read_text", "read_bytes", "open", "iterdir", "glob", "rglob"]);
/** Methods that take the path, of objects whose maker is seldom seen. */
const TAKING_METHODS = new Set(["read"]);

/** True for a call that reads a file. */
export function isFileRead(callee: string, method: string): boolean {
  return FILE_READERS.has(callee) || PATH_METHODS.has(method);
}

/** The path that a call reads; `undefined` where it reads none. */
export function readPath(call: Call): NodeId | undefined {
  const { callee, method, receiver, positional } = call;
  if (FILE_READERS.has(callee) || FOLDER_READERS.has(callee)) {
    return writes(call) ? undefined : positional[0];
  }
  if (callee === "database/sql.Open") return positional[1];
  if (receiver !== undefined && call.tree.language === "python") {
    if (PATH_METHODS.has(method)) return writesFirst(call) ? undefined : receiver;
    if (TAKING_METHODS.has(method)) return positional[0];
  }
  return undefined;
}

const WRITING = /^[wax]/;

/** The mode says that the file is written. */
function writes(call: Call): boolean {
  const mode = call.keywords.get("mode") ?? call.positional[1];
  return mode !== undefined && WRITING.test(constantText(call.tree, mode)?.text ?? "") &&
    call.method === "open";
}

function writesFirst(call: Call): boolean {
  const mode = call.keywords.get("mode") ?? call.positional[0];
  return call.method === "open" && mode !== undefined &&
    WRITING.test(constantText(call.tree, mode)?.text ?? "");
}
