// Builds the executables into dist/, with their SHA-256 sums, and verifies what each one embeds:
// every module of the program, no package that it does not import, and no more than a bound.
//
//   deno task compile                       all five
//   deno task compile --target linux-x64    one
//   deno task compile --check               the host's, into a temporary folder, offline

import { createHash } from "node:crypto";
import { basename, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { type Graph, reachable } from "./module_graph.ts";
import { leftOut } from "./unrun_files.ts";

/** Name in the file name → target triple of `deno compile`. */
export const TARGETS: Readonly<Record<string, string>> = {
  "linux-x64": "x86_64-unknown-linux-gnu",
  "linux-arm64": "aarch64-unknown-linux-gnu",
  "macos-x64": "x86_64-apple-darwin",
  "macos-arm64": "aarch64-apple-darwin",
  "windows-x64": "x86_64-pc-windows-msvc",
};

/**
 * What the executable may do. A scan reads the files it is given, writes a report, and reads the
 * environment; it is refused run, ffi and sys, so that no hostile file can make it use them. The
 * network is given up at the start by all but what asks for a model.
 * `--no-prompt`: what was not granted fails, in a terminal as in a pipeline.
 */
export const PERMISSIONS = [
  "--allow-read",
  "--allow-write",
  "--allow-env",
  "--allow-net",
  "--no-prompt",
];

/** Entries that no import names: a worker's file is found by `new URL(…)`. */
const WORKERS = ["src/cli/worker.ts"];
const GRAMMARS = "src/syntax/grammars";
/** Packages of tests and generators; they must not ship even if some module came to import one. */
const DEVELOPMENT_PACKAGES = ["@vscode/tree-sitter-wasm", "ajv", "fast-check"];
/**
 * Of embedded files and metadata, without Deno itself: some 17 MB, of which 1.7 are grammars. What
 * is far above has taken in something that nobody meant.
 */
const MAX_EMBEDDED_BYTES = 20_000_000;

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const DIST = join(ROOT, "dist");
const SUMS = "SHA256SUMS";

export interface Options {
  readonly check: boolean;
  /** Names of `TARGETS`. */
  readonly targets: readonly string[];
}

/** Throws an `Error` that says what was expected. */
export function parseOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: { check: { type: "boolean" }, target: { type: "string", multiple: true } },
  });
  const check = values.check ?? false;
  const targets = values.target ?? Object.keys(TARGETS);
  if (check && values.target) throw new Error("--check builds for the host; leave out --target");
  const unknown = targets.find((name) => !Object.hasOwn(TARGETS, name));
  if (unknown !== undefined) {
    const known = Object.keys(TARGETS).join(", ");
    throw new Error(`Unknown target "${unknown}"; expected one of ${known}`);
  }
  return { check, targets };
}

export function fileName(target: string): string {
  return `mcp-sentinel-${target}${target.startsWith("windows") ? ".exe" : ""}`;
}

export interface Embedded {
  /** Paths from the project root, with `/`; `folder/*` stands for all that the folder holds. */
  readonly files: readonly string[];
  /** Names, or `@scope/*` where the cache holds nothing else of that scope. */
  readonly packages: readonly string[];
  readonly bytes: number;
}

const PACKAGES_FOLDER = ".deno_compile_node_modules/";
const UNITS: Readonly<Record<string, number>> = { B: 1, KB: 1e3, MB: 1e6, GB: 1e9 };

/** Reads the tree of embedded files that `deno compile` prints (with NO_COLOR). */
export function parseListing(output: string): Embedded {
  const files: string[] = [];
  const packages = new Set<string>();
  const folders: string[] = [];
  let bytes: number | undefined;
  for (const line of output.split(/\r?\n/)) {
    const total = /^(Files|Metadata|Remote modules): ([\d.]+)(B|KB|MB|GB)\b/.exec(line);
    if (total) bytes = (bytes ?? 0) + Number(total[2]) * UNITS[total[3]!]!;
    const entry = /^((?:│ | {2})*)[├└]─([┬─]) (.+) \([^()]*\)$/u.exec(line);
    if (!entry) continue;
    const [, indent, shape, name] = entry;
    folders.length = indent!.length / 2;
    const path = [...folders, name!].join("/").replaceAll("\\", "/");
    if (shape === "┬") folders.push(name!);
    else if (path.startsWith(PACKAGES_FOLDER)) packages.add(packageOf(path));
    else files.push(path);
  }
  if (bytes === undefined || files.length === 0) {
    throw new Error("No listing of embedded files in what deno compile printed");
  }
  return { files, packages: [...packages].sort(), bytes: Math.round(bytes) };
}

/** `.deno_compile_node_modules/<registry>/<name>/<version>/…` → name. */
function packageOf(path: string): string {
  const [, , first = "*", second = "*"] = path.split("/");
  return first.startsWith("@") ? `${first}/${second}` : first;
}

export interface Expected {
  readonly files: readonly string[];
  readonly packages: readonly string[];
}

/** What is wrong with an executable that embeds `embedded`; empty when nothing is. */
export function verify(embedded: Embedded, expected: Expected): string[] {
  const { files, packages, bytes } = embedded;
  const holds = (path: string): boolean =>
    files.some((file) =>
      file === path || file.endsWith("/*") && path.startsWith(file.slice(0, -1))
    );
  const allowed = (name: string): boolean =>
    expected.packages.some((one) =>
      one === name ||
      name.startsWith("@") && name.endsWith("/*") && one.startsWith(name.slice(0, -1))
    );
  const faults = expected.files.filter((path) => !holds(path))
    .map((path) => `Not embedded: ${path} (import it with a literal path)`);
  faults.push(
    ...files.filter((file) => !/^(main\.ts|deno\.json|src\/.+)$/.test(file))
      .map((file) => `Embedded, but no part of the program: ${file}`),
    ...packages.filter((name) => !allowed(name))
      .map((name) => `Embedded, but not imported: package ${name}`),
    ...expected.packages.filter((name) => DEVELOPMENT_PACKAGES.includes(name))
      .map((name) => `Imported by the program, but a development package: ${name}`),
  );
  if (bytes > MAX_EMBEDDED_BYTES) {
    faults.push(`Embeds ${megabytes(bytes)}, more than ${megabytes(MAX_EMBEDDED_BYTES)}`);
  }
  return faults;
}

async function deno(args: readonly string[], env: Record<string, string> = {}): Promise<
  { stdout: string; stderr: string }
> {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [...args],
    cwd: ROOT,
    env: { NO_COLOR: "1", ...env },
  }).output();
  const decoded = {
    stdout: new TextDecoder().decode(stdout),
    stderr: new TextDecoder().decode(stderr),
  };
  if (code !== 0) {
    // What stands before it is the listing.
    const error = decoded.stderr.slice(Math.max(0, decoded.stderr.search(/^error: /m)));
    throw new Error(`deno ${args[0]} failed\n${error.trim()}`);
  }
  return decoded;
}

async function expectedOf(
  workers: readonly string[],
): Promise<Expected & { readonly folders: readonly string[] }> {
  const files = new Set<string>();
  const packages = new Set<string>();
  const folders = new Set<string>();
  for (const entry of ["main.ts", ...workers]) {
    const { stdout } = await deno(["info", "--json", entry]);
    const graph: Graph = JSON.parse(stdout);
    const reached = reachable(graph, pathToFileURL(join(ROOT, entry)).href);
    for (const { name, localPath } of Object.values(graph.npmPackages ?? {})) {
      if (localPath !== undefined && reached.packages.includes(name)) folders.add(localPath);
    }
    for (const url of reached.urls) {
      files.add(relative(ROOT, fileURLToPath(url)).replaceAll("\\", "/"));
    }
    reached.packages.forEach((name) => packages.add(name));
  }
  if (await exists(GRAMMARS)) {
    for await (const { name } of Deno.readDir(join(ROOT, GRAMMARS))) {
      if (name.endsWith(".ts")) files.add(`${GRAMMARS}/${name}`);
    }
  }
  return { files: [...files].sort(), packages: [...packages].sort(), folders: [...folders] };
}

async function exists(path: string): Promise<boolean> {
  try {
    await Deno.stat(join(ROOT, path));
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

/** `triple` undefined: for the host. */
async function build(
  options: {
    triple?: string;
    output: string;
    workers: readonly string[];
    excluded: readonly string[];
    base?: string;
  },
): Promise<Embedded> {
  const { triple, output, workers, excluded, base } = options;
  const { stdout, stderr } = await deno([
    "compile",
    ...(triple === undefined ? [] : ["--target", triple]),
    "--exclude-unused-npm",
    "--no-check",
    // Without it the name of each file would decide where Deno keeps data of the program.
    "--app-name=mcp-sentinel",
    ...PERMISSIONS,
    ...workers.map((worker) => `--include=${worker}`),
    ...excluded.map((path) => `--exclude=${path}`),
    `--output=${output}`,
    "main.ts",
  ], base === undefined ? {} : { DENORT_BIN: base });
  return parseListing(stdout + stderr);
}

async function writeSums(): Promise<void> {
  const lines: string[] = [];
  for await (const { name } of Deno.readDir(DIST)) {
    if (!name.startsWith("mcp-sentinel-")) continue;
    const hash = createHash("sha256").update(await Deno.readFile(join(DIST, name))).digest("hex");
    lines.push(`${hash}  ${name}\n`);
  }
  await Deno.writeTextFile(join(DIST, SUMS), lines.sort(byName).join(""));
}

function byName(a: string, b: string): number {
  return a.slice(64) < b.slice(64) ? -1 : 1;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(2)} MB`;
}

async function run(options: Options): Promise<boolean> {
  const workers: string[] = [];
  for (const worker of WORKERS) if (await exists(worker)) workers.push(worker);
  const expected = await expectedOf(workers);
  const excluded = (await Promise.all(expected.folders.map(leftOut))).flat();
  const folder = options.check ? await Deno.makeTempDir() : DIST;
  let clean = true;
  try {
    await Deno.mkdir(folder, { recursive: true });
    for (const target of options.check ? ["host"] : options.targets) {
      const output = join(folder, fileName(target));
      const embedded = await build({
        ...(options.check ? { base: Deno.execPath() } : { triple: TARGETS[target]! }),
        output,
        workers,
        excluded,
      });
      for (const fault of verify(embedded, expected)) {
        clean = false;
        console.error(`${target}: ${fault}`);
      }
      console.log(
        `${options.check ? "Would embed" : basename(output) + " embeds"} ` +
          `${expected.files.length} modules and ${embedded.packages.length} packages, ` +
          `${megabytes(embedded.bytes)} of at most ${megabytes(MAX_EMBEDDED_BYTES)}`,
      );
    }
    if (!options.check) await writeSums();
  } finally {
    if (options.check) await Deno.remove(folder, { recursive: true });
  }
  return clean;
}

if (import.meta.main) {
  try {
    Deno.exitCode = await run(parseOptions(Deno.args)) ? 0 : 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    Deno.exitCode = 2;
  }
}
