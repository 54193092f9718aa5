// The check itself is proved: it passes a good log, and fails on each of these made wrong on purpose.

import assert from "node:assert/strict";
import { join } from "node:path";
import { filterReport, toSarif } from "../../src/report/mod.ts";
import { CANONICAL_REPORT } from "../../tests/support/canonical_report.ts";
import { checkSarif } from "./sarif_check.ts";

const GOOD = toSarif(filterReport(CANONICAL_REPORT, { persona: "auditor" }));

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
    name: "an unknown level",
    spoil: (log) => result(log).level = "fatal",
    problem: /^schema: .*level must be equal to one of the allowed values/,
  },
  {
    name: "a line that is a string",
    spoil: (log) => place(log).region.startLine = "1",
    problem: /^schema: .*startLine must be integer/,
  },
  {
    name: "line zero",
    spoil: (log) => place(log).region.startLine = 0,
    problem: /^schema: .*startLine must be >= 1/,
  },
  {
    name: "a missing message",
    spoil: (log) => delete result(log).message,
    problem: /^schema: .*must have required property 'message'/,
  },
  {
    name: "an unknown key",
    spoil: (log) => result(log).colour = "red",
    problem: /^schema: .*must NOT have additional properties \(colour\)/,
  },
  {
    name: "an absolute URI",
    spoil: (log) => place(log).artifactLocation.uri = "file:///home/me/server.py",
    problem: /^uri: .*not a path below the root/,
  },
  {
    name: "an absolute path",
    spoil: (log) => place(log).artifactLocation.uri = "/home/me/server.py",
    problem: /^uri: .*not a path below the root/,
  },
  {
    name: "a path above the root",
    spoil: (log) => place(log).artifactLocation.uri = "../server.py",
    problem: /^uri: .*not a path below the root/,
  },
  {
    name: "a URI that is not encoded",
    spoil: (log) => place(log).artifactLocation.uri = "my server.py",
    problem: /^schema: .*uri must match format "uri-reference"/,
  },
  {
    name: "a rule index out of range",
    spoil: (log) => result(log).ruleIndex = 99,
    problem: /^SARIF1009: /,
  },
  {
    name: "a region that ends before it starts",
    spoil: (log) => place(log).region.endLine = 1,
    problem: /^SARIF1007: /,
  },
  {
    name: "a rule without help",
    spoil: (log) => delete driver(log).rules[0].help,
    problem: /^GH2012: /,
  },
  {
    name: "a result without a location",
    spoil: (log) => result(log).locations = [],
    problem: /^GH1015: /,
  },
];

async function problemsOf(spoil: (log: Log) => void): Promise<string[]> {
  const folder = await Deno.makeTempDir();
  try {
    const log = JSON.parse(GOOD);
    spoil(log);
    const path = join(folder, "log.sarif");
    await Deno.writeTextFile(path, JSON.stringify(log, null, 2));
    return await checkSarif(path);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("checkSarif() passes a sound log", async () => {
  assert.deepEqual(await problemsOf(() => {}), []);
});

for (const { name, spoil, problem } of SPOILERS) {
  Deno.test(`checkSarif() finds ${name}`, async () => {
    const problems = await problemsOf(spoil);
    assert.ok(problems.some((line) => problem.test(line)), problems.join("\n"));
  });
}
