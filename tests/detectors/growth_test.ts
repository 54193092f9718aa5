// The one timed test: what a rule costs grows with the text, whatever the text. Lines are made out
// of the rule's own keywords and examples, so a new rule is tested as it comes.

import assert from "node:assert/strict";
import process from "node:process";
import { exampleFile } from "../../src/cli/examples.ts";
import type { FileKind, SourceFile } from "../../src/core/mod.ts";
import { ALL_RULES } from "../../src/detectors/mod.ts";
import { type RuleMatch, ruleSet } from "../../src/scan/mod.ts";
import { matchAlone } from "../support/match_alone.ts";

type AnyRule = typeof ALL_RULES[number];
type RuleSet = ReturnType<typeof ruleSet>;

/** A text of about `length` units. */
type Make = (length: number) => string;

interface Case {
  readonly name: string;
  /** A text rule with one of its patterns, any other as it is. */
  readonly rules: RuleSet;
  readonly kind: FileKind;
  /** Of a document, whose name decides what it is. */
  readonly path?: string;
  readonly make: Make;
  /** Up to here a text is made longer until it takes the floor. */
  readonly longest: number;
}

const SHORTEST = 16 * 1024;
const LONGEST = 1024 * 1024;
/** Rules that parse, or that read no more of a text than this. */
const LONGEST_PARSED = 64 * 1024;
/** CPU time below which noise would decide. */
const FLOOR_MS = 20;
/**
 * Milliseconds a unit, up to which no growth is asked for: the longest text, which comes last, then
 * takes about a tenth of a second, whatever its cost grows with.
 */
const CHEAP_MS = 0.0001;
/** Four times the text: 4 where the cost is linear, 16 where it is quadratic. */
const MOST_GROWTH = 6;
/** Below, one run of each tells: noise does not make 4 out of 16. */
const CLEAR_GROWTH = 5;
const RUNS = 5;

/** Runs that an expression may match piece by piece, or be made to go back over. */
const RUNS_OF = ["a", "0", "-", " ", "aB3_", "a.b/"];

function fill(piece: string): Make {
  return (length) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
}

/** Hostile texts around one word that an expression starts from, or ends with. */
function around(word: string): [name: string, make: Make][] {
  const end = "\n!";
  return [
    ["repeated", fill(word)],
    ["a line each", fill(`${word}\n`)],
    ...RUNS_OF.flatMap((run): [string, Make][] => [
      [`before a run of ${JSON.stringify(run)}`, (length) => word + fill(run)(length) + end],
      [`after a run of ${JSON.stringify(run)}`, (length) => fill(run)(length) + word + end],
      [`between runs of ${JSON.stringify(run)}`, fill(word + run.repeat(40))],
    ]),
  ];
}

/** The words of an example up to each third of each line: near misses of what a rule looks for. */
function nearMisses(text: string): string[] {
  const lines = text.split("\n").map((line) => line.trim()).filter((line) => line.length > 10);
  const parts = lines.flatMap((line) =>
    [1, 2, 3].map((thirds) => line.slice(0, Math.ceil(line.length * thirds / 3)))
  );
  return [...new Set(parts)];
}

function docstring(make: Make): Make {
  return (length) =>
    `from mcp import x\n@mcp.tool()\ndef t():\n    """${
      make(length).replaceAll(/["\\]/g, "'")
    }"""\n`;
}

/** Client configurations of one server, with a long value or many of them in each place. */
function configurations(word: string): [name: string, make: Make][] {
  const config = (server: unknown): string => JSON.stringify({ mcpServers: { crm: server } });
  const many = (length: number): string[] =>
    Array(Math.ceil(length / (word.length + 3))).fill(word);
  return [
    ["as one argument", (length) => config({ command: "npx", args: ["-y", fill(word)(length)] })],
    [
      "as one argument, in words",
      (length) => config({ command: "sh", args: ["-c", fill(`${word} `)(length)] }),
    ],
    ["as many arguments", (length) => config({ command: "docker", args: many(length) })],
    ["as a URL", (length) => config({ url: `https://a.b/?${fill(word)(length)}` })],
    [
      "as many variables",
      (length) =>
        config({
          command: "a",
          env: Object.fromEntries(many(length).map((v, i) => [`KEY_${i}`, v])),
        }),
    ],
    ["as many servers", (length) =>
      JSON.stringify({
        mcpServers: Object.fromEntries(
          many(length / 20).map((v, i) => [`s${i}`, { command: v, args: [v] }]),
        ),
      })],
  ];
}

/** Documents in which a long value, or many of them, stand where rules look. */
function documents(path: string, word: string): [name: string, make: Make][] {
  const text = JSON.stringify(word);
  const named = (length: number): string[] =>
    Array.from({ length: Math.ceil(length / (word.length + 8)) }, (_, i) => `n${i}`);
  if (path.endsWith("package.json")) {
    return [
      [
        "as an install script",
        (length) => JSON.stringify({ scripts: { postinstall: fill(word)(length) } }),
      ],
      ["as many dependencies", (length) =>
        JSON.stringify({
          dependencies: Object.fromEntries(named(length).map((name) => [name, word])),
        })],
    ];
  }
  if (path.includes("workflows/")) {
    const job = (steps: string): string => `on: issues\njobs:\n  a:\n    steps:\n${steps}`;
    return [
      ["as one script", (length) => job(`      - run: ${JSON.stringify(fill(word)(length))}\n`)],
      ["as many scripts", (length) => job(fill(`      - run: ${text}\n`)(length))],
      ["as many actions", (length) => job(fill(`      - uses: ${text}\n`)(length))],
    ];
  }
  if (path.includes("compose")) {
    const service = (key: string): Make => (length) =>
      `services:\n  mcp:\n    ${key}:\n${fill(`      - ${text}\n`)(length)}`;
    return [["as volumes", service("volumes")], ["as ports", service("ports")]];
  }
  return [
    ["in one line", (length) => `RUN ${fill(`${word} `)(length)}\n`],
    ["in one line that continues", (length) => `RUN ${fill(`${word} \\\n`)(length)}\n`],
    ["a line each", fill(`${word}\n`)],
  ];
}

/** The strings of a JSON text. */
function stringsIn(text: string): string[] {
  return [...text.matchAll(/"([^"\\]{3,200})"/g)].map(([, inner]) => inner!);
}

function* casesOf(rule: AnyRule): Generator<Case> {
  const { matcher } = rule;
  const rules = ruleSet([rule]);
  const examples = [...rule.bad, ...rule.good].map(exampleFile);
  const parts = [...new Set(examples.flatMap(({ text }) => nearMisses(text)))];
  if (matcher.kind === "text") {
    const kind = matcher.files === "all" ? "env" : matcher.files[0]!;
    for (const pattern of matcher.patterns) {
      const one = ruleSet([{ ...rule, matcher: { ...matcher, patterns: [pattern] } }]);
      const [first = ""] = pattern.keywords;
      for (const word of new Set([first, first.toUpperCase()])) {
        for (const [name, make] of around(word)) {
          const shown = `${JSON.stringify(word)} ${name}`;
          yield { name: shown, rules: one, kind, make, longest: LONGEST };
        }
      }
    }
    for (const part of parts) {
      const name = `${JSON.stringify(part)} repeated`;
      yield { name, rules, kind, make: fill(part), longest: LONGEST };
    }
  }
  if (matcher.kind === "tool") {
    for (const part of parts) {
      for (const run of ["", " ", " a"]) {
        const make = docstring(fill(`${part}${run.repeat(20)} `));
        const name = `${JSON.stringify(part)} in a description, with ${JSON.stringify(run)}`;
        yield { name, rules, kind: "python", make, longest: LONGEST_PARSED };
      }
    }
  }
  if (matcher.kind === "manifest") {
    const words = new Set(rule.bad.map(exampleFile).flatMap(({ text }) => stringsIn(text)));
    for (const [i, word] of [...words].entries()) {
      // Places in which all words are alike to a rule are tried with one.
      for (const [name, make] of configurations(word).slice(0, i === 0 ? undefined : 3)) {
        const shown = `${JSON.stringify(word)} ${name}`;
        yield { name: shown, rules, kind: "json", make, longest: LONGEST_PARSED };
      }
    }
  }
  if (matcher.kind === "document") {
    for (const { path, kind, text } of rule.bad.map(exampleFile)) {
      const words = new Set(
        text.split("\n").map((line) => line.trim()).filter((line) => line !== ""),
      );
      for (const word of [...words].slice(0, 12)) {
        for (const [name, make] of documents(path, word)) {
          const shown = `${JSON.stringify(word)} ${name}`;
          yield { name: shown, rules, kind, path, make, longest: LONGEST_PARSED };
        }
      }
    }
  }
  for (const { path, kind, text } of examples) {
    const name = `${JSON.stringify(text.slice(0, 60))} as a whole, repeated`;
    yield { name, rules, kind, path, make: fill(`${text}\n`), longest: LONGEST_PARSED };
  }
}

type Timed = Pick<Case, "kind" | "path" | "rules">;

/** CPU time of one run, in milliseconds; of a new file each time, as lower case is kept by file. */
async function timeOf(
  text: string,
  { kind, path = "hostile", rules }: Timed,
): Promise<number> {
  const file: SourceFile = { path, kind, context: "product", text };
  const before = process.cpuUsage();
  const { matches }: { matches: readonly RuleMatch[] } = await matchAlone(file, rules);
  const { user, system } = process.cpuUsage(before);
  assert.ok(matches.length <= 1000);
  return (user + system) / 1000;
}

async function medianOf(
  text: string,
  options: Timed,
): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < RUNS; i++) times.push(await timeOf(text, options));
  return times.sort((a, b) => a - b)[RUNS >> 1]!;
}

/** `undefined` where no length up to the longest takes the floor, and more than is cheap. */
async function growthOf(
  { rules, kind, path, make, longest }: Case,
): Promise<{ growth: number; length: number } | undefined> {
  for (let length = SHORTEST; length <= longest; length *= 4) {
    const options = { kind, rules, ...(path !== undefined && { path }) };
    const floor = Math.max(FLOOR_MS, length * CHEAP_MS);
    if (await timeOf(make(length), options) < floor) continue;
    // The first run may have paid for compiling.
    const once = await timeOf(make(length), options);
    if (once < floor) continue;
    const quick = await timeOf(make(length * 4), options) / once;
    if (quick < CLEAR_GROWTH) return { growth: quick, length };
    const median = await medianOf(make(length), options);
    return { growth: await medianOf(make(length * 4), options) / median, length };
  }
  return undefined;
}

for (const rule of ALL_RULES) {
  Deno.test(`${rule.id} costs no more than its text is long`, async () => {
    for (const each of casesOf(rule)) {
      let found = await growthOf(each);
      // Another process may have had the machine: what is quadratic is so every time.
      for (let again = 0; again < 4 && found && found.growth >= MOST_GROWTH; again++) {
        found = await growthOf(each);
      }
      const { growth = 0, length = 0 } = found ?? {};
      assert.ok(
        growth < MOST_GROWTH,
        `${each.name}: 4 times ${length} units take ${growth.toFixed(1)} times as long`,
      );
    }
  });
}
