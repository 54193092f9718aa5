// How long a baseline of 20,000 findings takes to save, to load and to compare with, and how large
// it is: `deno task bench-baselines`.

import { join } from "node:path";
import { type Finding, fingerprint } from "../../src/core/mod.ts";
import { packedFor, readPacked, replaceFile } from "../../src/store/mod.ts";
import {
  baselineOf,
  compare,
  formatBaseline,
  type Present,
  readBaseline,
} from "../../src/triage/mod.ts";

const FILES = 500;
const FINDINGS_A_FILE = 40;
const RUNS = 5;
const BOUNDS = { packed: 64 * 1024 ** 2, text: 192 * 1024 ** 2 };
const RULES = ["command-injection", "code-evaluation", "path-traversal", "server-side-request"];

/** A line as servers have them, another one each time. */
function textOf(file: number, i: number): string {
  return `subprocess.run(f"convert {options_${file}} --size {width_${i}} {name_${i * file}}")`;
}

function findingsOf(file: string, number: number): Finding[] {
  return Array.from({ length: FINDINGS_A_FILE }, (_, i): Finding => {
    const ruleId = RULES[i % RULES.length]!;
    const text = textOf(number, i);
    const line = i * 7 + 3;
    return {
      ruleId,
      message: `Argument "name_${i}" of tool "convert_${number}" reaches a shell in a command ` +
        `line that is put together from it ("subprocess.run"), through "prepare_${i}" and ` +
        `"options_${number}", without being checked against what the tool is for: whoever steers ` +
        "the model decides what is run here, with the rights of the server and all that it may " +
        "reach; pass a list of arguments, and no shell",
      severity: "high",
      confidence: "high",
      evidence: "proven",
      origin: "rule",
      location: { file, line, column: 5, endLine: line, endColumn: 5 + text.length },
      snippet: { text, start: 0, end: text.length },
      fingerprint: fingerprint({ ruleId, path: file, text, ordinal: 0 }),
      signature: fingerprint({ ruleId, path: "", text, ordinal: 0 }),
      related: [],
      path: [],
      triage: { state: "open" },
    };
  });
}

function present(): Present {
  const names = Array.from(
    { length: FILES },
    (_, i) => `src/handlers/group_${i % 20}/tool_${i}.py`,
  );
  const hash = (text: string) => {
    const half = fingerprint({ ruleId: "", path: "", text, ordinal: 0 });
    return half + half;
  };
  return {
    findings: names.flatMap(findingsOf),
    rules: RULES,
    ruleDigest: hash("rules"),
    configDigest: hash("settings"),
    tool: "bench",
    files: new Map(names.map((name) => [name, hash(name)])),
    cut: new Set(),
    exists: () => true,
    isWhole: true,
    isOfChanges: false,
  };
}

async function timed<T>(work: () => Promise<T> | T): Promise<readonly [T, number]> {
  const start = performance.now();
  const result = await work();
  return [result, performance.now() - start];
}

const folder = await Deno.makeTempDir({ prefix: "sentinel-bench-" });
try {
  const now = present();
  const path = join(folder, "baseline.json.gz");
  const times: Record<string, number[]> = { save: [], load: [], compare: [] };
  let [bytes, packed] = [0, 0];
  for (let run = 0; run < RUNS; run++) {
    const savedAt = new Date(0).toISOString();
    const [, save] = await timed(async () => {
      const text = formatBaseline(baselineOf(now, { savedAt, project: "bench" }));
      bytes = text.length;
      await replaceFile(path, packedFor(path, text));
    });
    packed = Deno.statSync(path).size;
    const [baseline, load] = await timed(async () => {
      const read = readBaseline(await readPacked(path, BOUNDS));
      if ("message" in read) throw new Error(read.message);
      return read;
    });
    const [{ comparison }, took] = await timed(() => compare(baseline, now));
    if (comparison.counts.unchanged !== FILES * FINDINGS_A_FILE) throw new Error("Not the same");
    times["save"]!.push(save);
    times["load"]!.push(load);
    times["compare"]!.push(took);
  }
  console.log(`${FILES * FINDINGS_A_FILE} findings in ${FILES} files, ${RUNS} runs`);
  console.log(
    `size     ${(bytes / 1e6).toFixed(1)} MB of JSON, ${(packed / 1e6).toFixed(1)} MB compressed ` +
      `(1/${(bytes / packed).toFixed(1)})`,
  );
  for (const [what, all] of Object.entries(times)) {
    const sorted = all.toSorted((a, b) => a - b);
    console.log(
      `${what.padEnd(8)} ${sorted[RUNS >> 1]!.toFixed(0)} ms (first ${all[0]!.toFixed(0)} ms, ` +
        `slowest ${sorted.at(-1)!.toFixed(0)} ms)`,
    );
  }
} finally {
  await Deno.remove(folder, { recursive: true });
}
