// The check itself is proved: it passes a good log, and fails on each of these made wrong on purpose.

import assert from "node:assert/strict";
import { join } from "node:path";
import { filterReport, toSarif } from "../../src/report/mod.ts";
import { CANONICAL_REPORT } from "../../tests/support/canonical_report.ts";
import { checkSarif } from "./sarif_check.ts";

const GOOD = toSarif(filterReport(CANONICAL_REPORT, { severity: "info", confidence: "low" }));

// deno-lint-ignore no-explicit-any -- a parsed log, to be spoiled
type Log = any;

interface Spoiler {
  readonly name: string;
  readonly spoil: (log: Log) => void;
  /** One of the problems must read like this. */
  readonly problem: RegExp;
}

const result = (log: Log) => log.runs[0].results[0];
const place = (log: Log) => result(log).locations[0].physicalLocation;
const driver = (log: Log) => log.runs[0].tool.driver;

const SPOILERS: readonly Spoiler[] = [
  {
    name: "level",
    spoil: (log) => result(log).level = "fatal",
    problem: /^schema: .*level must be equal to one of the allowed values/,
  },
  {
    name: "line",
    spoil: (log) => place(log).region.startLine = "1",
    problem: /^schema: .*startLine must be integer/,
  },
  {
    name: "line-zero",
    spoil: (log) => place(log).region.startLine = 0,
    problem: /^schema: .*startLine must be >= 1/,
  },
  {
    name: "message",
    spoil: (log) => delete result(log).message,
    problem: /^schema: .*must have required property 'message'/,
  },
  {
    name: "unknown-key",
    spoil: (log) => result(log).colour = "red",
    problem: /^schema: .*must NOT have additional properties \(colour\)/,
  },
  {
    name: "absolute-uri",
    spoil: (log) => place(log).artifactLocation.uri = "file:///home/me/server.py",
    problem: /^uri: .*not a path below the root/,
  },
  {
    name: "absolute-path",
    spoil: (log) => place(log).artifactLocation.uri = "/home/me/server.py",
    problem: /^uri: .*not a path below the root/,
  },
  {
    name: "parent-path",
    spoil: (log) => place(log).artifactLocation.uri = "../server.py",
    problem: /^uri: .*not a path below the root/,
  },
  {
    name: "bad-uri",
    spoil: (log) => place(log).artifactLocation.uri = "my server.py",
    problem: /^schema: .*uri must match format "uri-reference"/,
  },
  {
    name: "rule-index",
    spoil: (log) => result(log).ruleIndex = 99,
    problem: /^SARIF1017: /,
  },
  {
    name: "end-before-start",
    spoil: (log) => place(log).region.endLine = 1,
    problem: /^SARIF1007: /,
  },
  {
    name: "rule-without-help",
    spoil: (log) => delete driver(log).rules[0].help,
    problem: /^GH2012: /,
  },
  {
    name: "no-location",
    spoil: (log) => result(log).locations = [],
    problem: /^GH\d+: /,
  },
];

Deno.test("checkSarif() passes a good log and fails each that is made wrong", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const write = async (name: string, spoil: (log: Log) => void) => {
      const log = JSON.parse(GOOD);
      spoil(log);
      const path = join(folder, `${name}.sarif`);
      await Deno.writeTextFile(path, JSON.stringify(log, null, 2));
      return path;
    };
    const good = await write("good", () => {});
    const bad = await Promise.all(SPOILERS.map(({ name, spoil }) => write(name, spoil)));
    const problems = await checkSarif([good, ...bad]);
    assert.deepEqual(problems.get(good), []);
    SPOILERS.forEach(({ name, problem }, i) => {
      const found = problems.get(bad[i]!)!;
      assert.ok(found.some((line) => problem.test(line)), `${name}:\n${found.join("\n")}`);
    });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
