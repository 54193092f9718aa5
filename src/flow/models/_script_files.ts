// JavaScript and TypeScript: files, folders and archives of Node.js, Deno, Bun and common packages.

import { kindsOf } from "../kinds.ts";
import { type Lines, passes, sink, sinks } from "./build.ts";
import { RELATED, RESOLVED } from "./marks.ts";
import type { CallModel } from "./model.ts";

const READ = "the reading of a file";
const WRITE = "the writing of a file";
const REMOVAL = "the removal of a file";
const ACCESS = "access to a file or folder";
const FS = [
  "fs",
  "fs/promises",
  "fs.promises",
  "fs-extra",
  "graceful-fs",
  "fs-extra/esm",
  "memfs.fs",
];
const each = (names: string): string =>
  FS.flatMap((fs) => names.split(" ").map((name) => `${fs}.${name}`)).join(" ");
/** With its twin that waits. */
const both = (names: string): string =>
  each(names.split(" ").flatMap((name) => [name, `${name}Sync`]).join(" "));
const of = (module: string, names: string): string =>
  names.split(" ").map((name) => `${module}.${name}`).join(" ");
const CONTENT = { kind: "file", words: "the content of a file" } as const;
const reads = (): CallModel => ({
  sinks: [{ kind: "path", words: READ, args: [0] }],
  source: CONTENT,
  passes: "none",
});
const fromTo = (): CallModel =>
  sinks(sink("path", READ, { args: [0] }), sink("path", WRITE, { args: [1] }));

/** A log is a file whose name says so. */
const LOG = { args: [0], name: /\.log$/i } as const;

export const FILES: Lines = [
  [
    `${both("readFile readJson readJSON open readlink")} ${each("createReadStream openAsBlob")}`,
    reads(),
  ],
  [
    `${
      of("Deno", "readTextFile readFile readTextFileSync readFileSync open openSync readLink")
    } Bun.file load-json-file.loadJsonFile read-pkg.readPackage pdf-parse.pdf node:fs.readFileSync`,
    reads(),
  ],
  [both("appendFile"), sinks(sink("path", WRITE), sink("log", "a log", { args: [1], only: LOG }))],
  [
    `${
      both(
        "writeFile mkdir mkdirp truncate outputFile outputJson writeJson writeJSON chmod chown lchown utimes mkdtemp ensureDir ensureFile createFile",
      )
    } ${each("createWriteStream")} write-file-atomic mkdirp mkdirp.sync mkdirp.mkdirp make-dir`,
    sink("path", WRITE),
  ],
  [
    `${
      of(
        "Deno",
        "writeTextFile writeFile writeTextFileSync writeFileSync mkdir mkdirSync create truncate chmod",
      )
    } Bun.write`,
    sink("path", WRITE),
  ],
  [
    `${
      both("unlink rm rmdir remove emptyDir")
    } rimraf rimraf.rimraf rimraf.sync rimraf.rimrafSync del del.deleteAsync del.sync trash`,
    sink("path", REMOVAL),
  ],
  ["Deno.remove Deno.removeSync shelljs.rm", sink("path", REMOVAL, { args: [0] })],
  [
    `${both("readdir opendir")} ${
      of("Deno", "readDir readDirSync")
    } shelljs.cat shelljs.ls shelljs.cd process.chdir Deno.chdir`,
    sink("path", ACCESS),
  ],
  [
    "fast-glob fast-glob.glob fast-glob.sync fast-glob.globSync glob glob.glob glob.sync glob.globSync globby globby.globby globby.globbySync tinyglobby.glob",
    sink("path", "the listing of files", { args: ["1.cwd"] }),
  ],
  [
    `${both("cp copyFile rename copy move link symlink")} ${
      of("Deno", "copyFile rename link symlink")
    } shelljs.cp shelljs.mv`,
    fromTo(),
  ],
  [both("realpath"), { passes: [0], marks: RESOLVED }],
  ["Deno.realPath Deno.realPathSync", { passes: [0], marks: RESOLVED }],
  [`${both("exists access pathExists")} ${both("stat lstat")}`, { returns: "boolean" }],
  [
    "*.sendFile *.sendfile",
    sink("path", "a file sent as an answer", { args: [0], unless: { args: ["1.root"] } }),
  ],
  ["*.download", sink("path", "a file sent as an answer")],
  ["path.join path.posix.join path.win32.join upath.join pathe.join", {
    passes: ["all"],
    joins: "below",
  }],
  [
    "path.resolve path.normalize path.posix.normalize path.posix.resolve path.win32.resolve path.win32.normalize pathe.resolve pathe.normalize upath.resolve",
    { passes: ["all"], marks: RESOLVED, joins: "from" },
  ],
  [
    "path.relative path.posix.relative path.win32.relative pathe.relative upath.relative",
    { passes: ["all"], marks: RELATED },
  ],
  ["path.basename path.posix.basename path.win32.basename path.extname pathe.basename", {
    sanitises: kindsOf("path", "archive"),
  }],
  ["path.dirname url.fileURLToPath url.pathToFileURL", passes(0)],
  ["path.isAbsolute", { returns: "boolean" }],
  [
    "sanitize-filename sanitize-filename.default filenamify filenamify.default filenamify.filenamifyPath slugify slugify.default @sindresorhus/slugify",
    { sanitises: kindsOf("path", "archive") },
  ],
  [
    "SimpleGit.clone simple-git().clone simple-git.simpleGit().clone",
    sink("path", WRITE, { args: [1] }),
  ],
  // An archive that whoever names or sends it has filled; these write its entries where they say.
  [
    "adm-zip jszip.loadAsync jszip().loadAsync yauzl.open yauzl.fromBuffer unzipper.Open.file unzipper.Open.buffer",
    { passes: ["all"] },
  ],
];
