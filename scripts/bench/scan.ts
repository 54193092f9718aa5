// Times whole scans: `deno task bench [files]` prints the median of five runs, the most memory that
// one of them took, and the time that parsing the same files takes in the same run, so that the
// figure is also a ratio. Parsing is timed twice: over and over in one process, which has compiled it
// by then, and in processes of its own, as scans are. 10,000 files show that memory does not grow
// with the tree.

import { sourceTree } from "./corpus.ts";
import { parseAll, sourcesIn } from "./parsing.ts";

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

const MAIN = "main.ts";
const PARSING = "scripts/bench/parsing.ts";

async function run(script: string, ...args: string[]): Promise<void> {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-check", "-A", script, ...args],
    stdout: "null",
    stderr: "piped",
  }).spawn();
  const asking = setInterval(async () => {
    const held = script === MAIN ? await peakOf(child.pid) : undefined;
    if (held !== undefined) peak = Math.max(peak ?? 0, held);
  }, ASKED_EVERY);
  const { code, stderr } = await child.output();
  clearInterval(asking);
  if (code !== 0) throw new Error(new TextDecoder().decode(stderr));
}

function cli(...args: string[]): Promise<void> {
  return run(MAIN, ...args);
}

const files = await sourcesIn(tree);

const ARGS = ["--no-ignore", "-o", "json", "--fail-on", "none", "--persona", "auditor"];
const kept = await Deno.makeTempDir({ prefix: "sentinel-" });

await cli("--version");
const start = [];
const scan = [];
const warm = [];
const parsingStart = [];
const parsing = [];
for (let i = 0; i < RUNS; i++) {
  start.push(await seconds(() => cli("--version")));
  scan.push(await seconds(() => cli("scan", tree, ...ARGS, "--no-cache")));
  parsingStart.push(await seconds(() => run(PARSING)));
  parsing.push(await seconds(() => run(PARSING, tree)));
}
await cli("scan", tree, ...ARGS, "--cache-dir", kept);
for (let i = 0; i < RUNS; i++) {
  warm.push(await seconds(() => cli("scan", tree, ...ARGS, "--cache-dir", kept)));
}
await Deno.remove(kept, { recursive: true });
const units = await parseAll(files);
const floors = [];
for (let i = 0; i < RUNS; i++) floors.push(await seconds(() => parseAll(files)));
const floor = median(floors);
const work = median(scan) - median(start);
const alone = median(parsing) - median(parsingStart);

const rows: readonly (readonly [string, string])[] = [
  ["source files", String(files.length)],
  ["text", `${(units / 1e6).toFixed(1)} M characters`],
  ["processor cores", String(navigator.hardwareConcurrency)],
  ["--version, median", `${median(start).toFixed(3)} s`],
  ["scan, median", `${median(scan).toFixed(2)} s`],
  [
    "scan, fastest to slowest",
    `${Math.min(...scan).toFixed(2)} to ${Math.max(...scan).toFixed(2)} s`,
  ],
  ["scan again, from the cache", `${median(warm).toFixed(2)} s`],
  ["files per second", (files.length / median(scan)).toFixed(0)],
  ["scan without the start", `${work.toFixed(2)} s`],
  ["parsing alone, one thread", `${floor.toFixed(2)} s`],
  ["scan over parsing alone", (work / floor).toFixed(2)],
  ["parsing as a process", `${alone.toFixed(2)} s without the start`],
  ["scan over such parsing", (work / alone).toFixed(2)],
  ["most memory, resident", peak === undefined ? "not told" : `${(peak / 1e6).toFixed(0)} MB`],
];
for (const [name, value] of rows) console.log(`${name.padEnd(27)} ${value}`);
