// Times whole scans: `deno task bench [files]` prints the median of five runs, the most memory that
// one of them took, and the time that parsing the same files takes in the same run, so that the
// figure is also a ratio. 10,000 files show that memory does not grow with the tree.

import { isLanguage } from "../../src/core/mod.ts";
import { parse } from "../../src/syntax/mod.ts";
import { discover, readSource } from "../../src/targets/mod.ts";
import { sourceTree } from "./corpus.ts";

const RUNS = 5;
const count = Number(Deno.args[0] ?? 1000);
if (!Number.isInteger(count) || count < 1) {
  console.error("Usage: deno task bench [number of files]");
  Deno.exit(3);
}

const tree = await sourceTree(count);

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}

/** The most that it ever held, in bytes; `undefined` where the system does not tell. */
async function peakOf(pid: number): Promise<number | undefined> {
  try {
    const status = await Deno.readTextFile(`/proc/${pid}/status`);
    const told = /^VmHWM:\s+(\d+) kB$/m.exec(status);
    return told ? Number(told[1]) * 1024 : undefined;
  } catch {
    // Another system, or it has ended.
    return undefined;
  }
}

const ASKED_EVERY = 20;
let peak: number | undefined;

async function cli(...args: string[]): Promise<void> {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-check", "-A", "main.ts", ...args],
    stdout: "null",
    stderr: "piped",
  }).spawn();
  const asking = setInterval(async () => {
    const held = await peakOf(child.pid);
    if (held !== undefined) peak = Math.max(peak ?? 0, held);
  }, ASKED_EVERY);
  const { code, stderr } = await child.output();
  clearInterval(asking);
  if (code > 1) throw new Error(new TextDecoder().decode(stderr));
}

const found = await discover([tree], { cwd: Deno.cwd(), include: [], exclude: [], ignore: false });
let bytes = 0;

/** The floor: every file read and parsed in one thread, nothing looked for. */
async function parseAll(): Promise<void> {
  bytes = 0;
  for (const file of found.files) {
    const outcome = await readSource(file, { maxFileSize: 1 << 24 });
    if (outcome.status !== "read" || !isLanguage(outcome.file.kind)) continue;
    bytes += outcome.file.text.length;
    await parse({ language: outcome.file.kind, text: outcome.file.text });
  }
}

const ARGS = ["--no-ignore", "-o", "json", "--fail-on", "none", "--persona", "auditor"];
const kept = await Deno.makeTempDir({ prefix: "sentinel-" });

await cli("--version");
const start = [];
const scan = [];
const warm = [];
for (let i = 0; i < RUNS; i++) {
  start.push(await seconds(() => cli("--version")));
  scan.push(await seconds(() => cli("scan", tree, ...ARGS, "--no-cache")));
}
await cli("scan", tree, ...ARGS, "--cache-dir", kept);
for (let i = 0; i < RUNS; i++) {
  warm.push(await seconds(() => cli("scan", tree, ...ARGS, "--cache-dir", kept)));
}
await Deno.remove(kept, { recursive: true });
await parseAll();
const floors = [];
for (let i = 0; i < RUNS; i++) floors.push(await seconds(parseAll));
const floor = median(floors);

const rows: readonly (readonly [string, string])[] = [
  ["source files", String(found.files.length)],
  ["text", `${(bytes / 1e6).toFixed(1)} M characters`],
  ["processor cores", String(navigator.hardwareConcurrency)],
  ["--version, median", `${median(start).toFixed(3)} s`],
  ["scan, median", `${median(scan).toFixed(2)} s`],
  [
    "scan, fastest to slowest",
    `${Math.min(...scan).toFixed(2)} to ${Math.max(...scan).toFixed(2)} s`,
  ],
  ["scan again, from the cache", `${median(warm).toFixed(2)} s`],
  ["files per second", (found.files.length / median(scan)).toFixed(0)],
  ["scan without the start", `${(median(scan) - median(start)).toFixed(2)} s`],
  ["parsing alone, one thread", `${floor.toFixed(2)} s`],
  ["scan over parsing alone", ((median(scan) - median(start)) / floor).toFixed(2)],
  ["most memory, resident", peak === undefined ? "not told" : `${(peak / 1e6).toFixed(0)} MB`],
];
for (const [name, value] of rows) console.log(`${name.padEnd(27)} ${value}`);
