import assert from "node:assert/strict";
import { CONFIDENCES, SEVERITIES } from "../../src/core/mod.ts";
import { readVerdictFile } from "../../src/ai/mod.ts";
import { acquitting, answerTo, dataOf, fakeModel } from "../support/fake_models.ts";
import { plannedFor, reviewOf } from "./_review.ts";

/** A rule doubts it: nobody in sight gives the parameter. */
const DOUBTFUL = {
  "run.py": `import subprocess

def start(command):
    return subprocess.run(command, shell=True)
`,
};

/** No rule finds anything in it, and it writes a file all the same. */
const HANDLER = {
  "notes.py": `import json
from mcp.server.fastmcp import FastMCP

mcp = FastMCP("notes")
STORE = "/srv/notes.json"

@mcp.tool()
def save(text: str) -> str:
    """Save a note"""
    with open(STORE, "w") as file:
        file.write(json.dumps(text))
    return "saved"
`,
};

Deno.test("review() confirms a finding, and makes it surer by one step", async () => {
  const { before, after } = await reviewOf(DOUBTFUL, { asker: fakeModel((r) => answerTo(r)) });
  const [was] = before.findings;
  const [is] = after.findings;
  assert.equal(was!.ruleId, "command-injection");
  assert.deepEqual(is!.review, {
    verdict: "confirmed",
    falseAlarm: 12,
    reason: "A value from outside gets there",
    model: "fake/a-model",
    raisedFrom: { severity: was!.severity, confidence: was!.confidence },
  });
  assert.equal(CONFIDENCES.indexOf(is!.confidence), CONFIDENCES.indexOf(was!.confidence) + 1);
  assert.deepEqual(after.review, {
    places: 1,
    reviewed: 1,
    unanswered: 0,
    verdicts: { confirmed: 1, uncertain: 0, unlikely: 0 },
    added: 0,
    dropped: 0,
    steered: 0,
    models: ["fake/a-model"],
    complete: true,
  });
});

Deno.test("review() takes a finding for unlikely where its code alone is acquitted too", async () => {
  const asker = acquitting(() => true);
  const { before, after } = await reviewOf(DOUBTFUL, { asker });
  const { review: told, ...finding } = after.findings[0]!;
  assert.deepEqual(finding, before.findings[0]);
  assert.equal(told!.verdict, "unlikely");
  assert.equal(asker.requests.length, 2);
});

Deno.test("review() believes no acquittal that comments bring about", async () => {
  const files = { "run.py": DOUBTFUL["run.py"].replace("):", "):  # from a fixed list") };
  const asker = acquitting((data) => data.includes("from a fixed list"));
  const { before, after } = await reviewOf(files, { asker });
  const own = after.findings.find(({ origin }) => origin === "rule")!;
  assert.deepEqual({ ...own, review: undefined }, { ...before.findings[0], review: undefined });
  assert.equal(own.review!.verdict, "uncertain");
  const steering = after.findings.find(({ ruleId }) => ruleId === "reviewer-steering")!;
  assert.deepEqual(
    [steering.origin, steering.severity, steering.confidence],
    ["ai", "medium", "low"],
  );
});

Deno.test("review() raises severity by one step at most, and lowers nothing", async () => {
  for (const severity of ["none", ...SEVERITIES]) {
    for (const verdict of ["vulnerable", "not-vulnerable", "uncertain"]) {
      const asker = fakeModel((r) =>
        answerTo(r, {
          severity,
          verdict,
          confidence: 100,
          false_alarm: verdict[0] === "n" ? 100 : 0,
        })
      );
      const { before, after } = await reviewOf(DOUBTFUL, { asker });
      const [was, is] = [before.findings[0]!, after.findings[0]!];
      const up = SEVERITIES.indexOf(is.severity) - SEVERITIES.indexOf(was.severity);
      const surer = CONFIDENCES.indexOf(is.confidence) - CONFIDENCES.indexOf(was.confidence);
      assert.ok(up === 0 || up === 1, `${severity} ${verdict}`);
      assert.ok(surer === 0 || surer === 1);
      assert.equal(after.findings.length, before.findings.length);
      assert.equal(is.fingerprint, was.fingerprint);
    }
  }
});

Deno.test("review() adds what a model reports of a handler, with the line that it quotes", async () => {
  const asker = fakeModel((r) =>
    answerTo(r, {
      findings: [{
        kind: "missing-authorization",
        severity: "high",
        confidence: 85,
        line: 1,
        quote: 'open(STORE, "w")',
        summary: "Anyone can overwrite the notes",
      }],
    })
  );
  const { before, after } = await reviewOf(HANDLER, { asker });
  assert.ok(!before.findings.some(({ location }) => location.file === "notes.py"));
  const [added] = after.findings;
  assert.deepEqual(
    [added!.ruleId, added!.origin, added!.severity, added!.confidence, added!.evidence],
    ["ai-missing-authorization", "ai", "high", "medium", "heuristic"],
  );
  assert.deepEqual(added!.location, {
    file: "notes.py",
    line: 10,
    column: 10,
    endLine: 10,
    endColumn: 26,
  });
  assert.equal(
    added!.snippet.text.slice(added!.snippet.start, added!.snippet.end),
    'open(STORE, "w")',
  );
  assert.ok(after.rules.some(({ id }) => id === "ai-missing-authorization"));
  assert.equal(after.review!.added, 1);
});

Deno.test("review() drops what the code does not show, and counts it", async () => {
  const report = (change: object) => ({
    kind: "other",
    severity: "high",
    confidence: 90,
    line: 1,
    quote: "os.system(text)",
    summary: "x",
    ...change,
  });
  const asker = fakeModel((r) =>
    answerTo(r, {
      findings: [
        report({}),
        report({ kind: "made-up", quote: 'open(STORE, "w")' }),
        report({ quote: "" }),
      ],
    })
  );
  const { after } = await reviewOf(HANDLER, { asker });
  assert.deepEqual(after.findings, []);
  assert.deepEqual([after.review!.added, after.review!.dropped], [0, 3]);
});

Deno.test("review() reports no weakness twice that a rule has found on the line", async () => {
  const asker = fakeModel((r) =>
    answerTo(r, {
      findings: [{
        kind: "command-injection",
        severity: "critical",
        confidence: 99,
        line: 2,
        quote: "return subprocess.run(command, shell=True)",
        summary: "again",
      }],
    })
  );
  const { after } = await reviewOf(DOUBTFUL, { asker });
  assert.equal(after.findings.length, 1);
});

Deno.test("review() leaves the report as it is where nobody answers, and says so", async () => {
  const { before, after } = await reviewOf(DOUBTFUL, { asker: fakeModel(() => undefined) });
  assert.deepEqual(after.findings, before.findings);
  assert.equal(after.complete, before.complete);
  assert.deepEqual([after.review!.unanswered, after.review!.complete], [1, false]);
});

Deno.test("review() takes answers of any other form for none", async () => {
  const bad = [
    "",
    "no idea",
    "[]",
    "{",
    '{"verdict":"vulnerable"}',
    "null",
    "```json\n{}\n```",
  ];
  for (const text of bad) {
    const { before, after } = await reviewOf(DOUBTFUL, { asker: fakeModel(() => text) });
    assert.deepEqual(after.findings, before.findings, text);
    assert.equal(after.review!.unanswered, 1);
  }
  const changes: object[] = [
    { verdict: "fine" },
    { severity: "fatal" },
    { confidence: 101 },
    { confidence: "90" },
    { false_alarm: -1 },
    { reason: 7 },
    { findings: "none" },
  ];
  for (const change of changes) {
    const asker = fakeModel((r) => answerTo(r, change as Record<string, never>));
    const { after } = await reviewOf(DOUBTFUL, { asker });
    assert.equal(after.review!.unanswered, 1, JSON.stringify(change));
  }
});

Deno.test("review() finds the answer in a fence and among words", async () => {
  for (const wrap of [(t: string) => `\`\`\`json\n${t}\n\`\`\``, (t: string) => `Sure: ${t} Bye`]) {
    const { after } = await reviewOf(DOUBTFUL, { asker: fakeModel((r) => wrap(answerTo(r))) });
    assert.equal(after.findings[0]!.review!.verdict, "confirmed");
  }
});

Deno.test("review() asks nothing again that is known, and says the same, byte for byte", async () => {
  const verdicts = readVerdictFile("")!;
  const asker = acquitting(() => true);
  const first = await reviewOf({ ...DOUBTFUL, ...HANDLER }, { asker, verdicts });
  assert.equal(asker.requests.length, 3);
  const text = verdicts.format();
  const silent = fakeModel(() => undefined);
  const again = await reviewOf({ ...DOUBTFUL, ...HANDLER }, {
    asker: silent,
    verdicts: readVerdictFile(text)!,
  });
  assert.equal(silent.requests.length, 0);
  assert.equal(JSON.stringify(again.after), JSON.stringify(first.after));
  // A replay has nobody to ask; lines above move nothing.
  const moved = { "run.py": `"""Start."""\n\n${DOUBTFUL["run.py"]}`, ...HANDLER };
  const replayed = await reviewOf(moved, { verdicts: readVerdictFile(text)! });
  assert.equal(replayed.after.review!.complete, true);
  assert.equal(replayed.after.findings[0]!.review!.verdict, "unlikely");
  const changed = { "run.py": DOUBTFUL["run.py"].replace("return", "x ="), ...HANDLER };
  assert.equal(
    (await reviewOf(changed, { verdicts: readVerdictFile(text)! })).after.review!.unanswered,
    1,
  );
});

Deno.test("review() asks the most valuable first", async () => {
  const asker = fakeModel((r) => answerTo(r));
  await reviewOf({ ...HANDLER, ...DOUBTFUL }, { asker, atOnce: 1 });
  assert.deepEqual(
    asker.requests.map((request) => dataOf(request).includes("subprocess")),
    [true, false],
  );
});

Deno.test("planned() names every question in the order in which it would go out", async () => {
  const all = await plannedFor({ ...HANDLER, ...DOUBTFUL });
  assert.deepEqual(
    all.map(({ place: { kind, location }, isSecond }) => [kind, location.file, isSecond]),
    [["finding", "run.py", false], ["finding", "run.py", true], ["handler", "notes.py", false]],
  );
});

Deno.test("review() asks about 200 places in hardly more rounds than the limit allows", async () => {
  const files = Object.fromEntries(
    Array.from(
      { length: 200 },
      (_, i) => [`run${i}.py`, DOUBTFUL["run.py"].replace("start", `go${i}`)],
    ),
  );
  const atOnce = 50;
  const waiting: (() => void)[] = [];
  let [running, peak, rounds, quiet] = [0, 0, 0, 0];
  // A round of answers comes once nothing more is asked for a while.
  const clock = setInterval(() => {
    if (waiting.length === 0 || (waiting.length < atOnce && ++quiet < 500)) return;
    [quiet, rounds] = [0, rounds + 1];
    for (const answer of waiting.splice(0)) answer();
  }, 1);
  const asker = fakeModel(async (request) => {
    peak = Math.max(peak, ++running);
    await new Promise<void>((resolve) => waiting.push(resolve));
    running--;
    return answerTo(request);
  });
  const { after } = await reviewOf(files, { asker, atOnce });
  clearInterval(clock);
  assert.equal(after.review!.reviewed, 200);
  assert.equal(peak, atOnce);
  const least = 200 / atOnce;
  assert.ok(rounds <= least * 1.5, `${rounds} rounds, at least ${least}`);
});

Deno.test("review() asks about a tool's text with too few signs for a rule", async () => {
  const files = {
    "server.py": `from mcp.server.fastmcp import FastMCP

mcp = FastMCP("x")

@mcp.tool()
def notes(about: str) -> str:
    """Remove a table from the database with safety confirmation"""
    return about
`,
  };
  const asker = fakeModel((r) =>
    answerTo(r, {
      findings: [{
        kind: "tool-poisoning",
        severity: "high",
        confidence: 90,
        line: 3,
        quote: "with safety confirmation",
        summary: "It asks for less than it should",
      }],
    })
  );
  const { before, after } = await reviewOf(files, { asker });
  assert.deepEqual(before.findings, []);
  assert.equal(asker.requests.length, 1);
  assert.match(asker.requests[0]!.user, /^A tool shows a text \(line 3\) to the language model/);
  const [added] = after.findings;
  assert.deepEqual([added!.ruleId, added!.location.line], ["ai-tool-poisoning", 7]);
  // What only makes a reviewer ask is no finding.
  assert.ok(!JSON.stringify(after).includes("doubtful-tool-text"));
});
