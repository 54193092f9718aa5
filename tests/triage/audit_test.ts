import assert from "node:assert/strict";
import fc from "fast-check";
import {
  type AuditRecord,
  formatRecord,
  hashOfLine,
  historyOf,
  logReader,
  type LogVerdict,
  NO_HASH,
} from "../../src/triage/mod.ts";

const RECORD: AuditRecord = {
  timestamp: "2026-01-15T12:00:00.000Z",
  suppressionId: "SUP-1",
  ruleId: "code-evaluation",
  type: "command-injection",
  severity: "high",
  path: "src/a\n::error::\u202e.py",
  fingerprint: "0123456789abcdef".repeat(2),
  reason: "reviewed",
  author: null,
  expires: null,
  project: "git.example.com/team/server",
  commit: null,
};

/** Lines of runs of a day each. */
function linesOf(count: number): string[] {
  const lines: string[] = [];
  for (let i = 0; i < count; i++) {
    const timestamp = new Date(Date.UTC(2026, 0, 1 + i)).toISOString();
    const record = { ...RECORD, timestamp, suppressionId: `SUP-${i}` };
    lines.push(formatRecord(record, i === 0 ? NO_HASH : hashOfLine(lines[i - 1]!)));
  }
  return lines;
}

function verdictOf(
  texts: readonly string[],
  head: string | undefined,
  options: { isFirst?: boolean; wanted?: string } = {},
): LogVerdict {
  const reader = logReader({ head, wanted: options.wanted });
  for (const [i, text] of texts.entries()) {
    reader.read({ name: `${i}.log`, text, isFirst: i === 0 && options.isFirst !== false });
  }
  return reader.end();
}

const told = ({ problems }: LogVerdict) =>
  problems.map(({ file, line, message }) =>
    `${file}:${line} ${message.split(":")[0]!.slice(0, 40)}`
  );

Deno.test("formatRecord() gives one printable line that reads as what went in", () => {
  const line = formatRecord(RECORD, NO_HASH);
  assert.match(line, /^[\x20-\x7e]+$/);
  assert.deepEqual(JSON.parse(line), { ...RECORD, previous: NO_HASH });
});

Deno.test("logReader() finds a log whole that is, over any number of files", () => {
  const lines = linesOf(9);
  const head = hashOfLine(lines[8]!);
  for (const cuts of [[9], [4, 9], [1, 2, 3, 9]]) {
    const texts = cuts.map((end, i) =>
      lines.slice(i === 0 ? 0 : cuts[i - 1]!, end).map((line) => `${line}\n`).join("")
    );
    const seen: string[] = [];
    const reader = logReader({ head });
    for (const [i, text] of texts.entries()) {
      reader.read(
        { name: "x", text, isFirst: i === 0 },
        ({ suppressionId }) => seen.push(suppressionId),
      );
    }
    assert.deepEqual(reader.end(), {
      files: cuts.length,
      lines: 9,
      head,
      problems: [],
      problemCount: 0,
      since: "2026-01-01T00:00:00.000Z",
      hasWanted: true,
    });
    assert.equal(seen.length, 9);
  }
  // The first files were let go of; and none is there yet.
  const rest = lines.slice(4).map((line) => `${line}\n`).join("");
  assert.deepEqual(verdictOf([rest], head, { isFirst: false }).problems, []);
  assert.deepEqual(verdictOf([], undefined).problems, []);
});

Deno.test("logReader() shows any line that was changed, taken out, put in or moved", () => {
  const lines = linesOf(6);
  const head = hashOfLine(lines[5]!);
  const at = fc.nat(5);
  const change = fc.oneof(
    fc.record({ kind: fc.constant("taken out" as const), at }),
    fc.record({ kind: fc.constant("twice" as const), at }),
    fc.record({ kind: fc.constant("moved" as const), at: fc.nat(4) }),
    fc.record({
      kind: fc.constant("changed" as const),
      at,
      place: fc.nat(RECORD.reason.length - 1),
      to: fc.constantFrom("x", "\u0000", '"', "\n"),
    }),
  );
  fc.assert(
    fc.property(change, (one) => {
      const now = [...lines];
      const { kind, at } = one;
      if (kind === "taken out") now.splice(at, 1);
      else if (kind === "twice") now.splice(at, 0, lines[at]!);
      else if (kind === "moved") [now[at], now[at + 1]] = [lines[at + 1]!, lines[at]!];
      else {
        const start = lines[at]!.indexOf(RECORD.reason) + one.place;
        now[at] = lines[at]!.slice(0, start) + one.to + lines[at]!.slice(start + 1);
      }
      const verdict = verdictOf([now.map((line) => `${line}\n`).join("")], head);
      assert.ok(verdict.problemCount > 0);
      // The place is the line itself, or the one that has to follow it.
      const { line } = verdict.problems[0]!;
      assert.ok(Math.abs(line - (at + 1)) <= 1, `${kind} ${at} ${line}`);
    }),
    { numRuns: 300 },
  );
});

Deno.test("logReader() shows what is missing at either end", () => {
  const lines = linesOf(4);
  const head = hashOfLine(lines[3]!);
  const text = (some: readonly string[]) => some.map((line) => `${line}\n`).join("");
  assert.deepEqual(told(verdictOf([text(lines.slice(0, 3))], head)), [
    "0.log:3 Lines are missing at the end, or the las",
  ]);
  assert.deepEqual(told(verdictOf([], head)), [
    "suppressions.log:1 Lines are missing at the end, or the las",
  ]);
  assert.deepEqual(told(verdictOf([text(lines.slice(1))], head)), [
    "0.log:1 Lines are missing before this one",
  ]);
  assert.deepEqual(told(verdictOf([text(lines)], undefined)), [
    "0.log:4 The note of the last line is missing, so",
  ]);
  assert.deepEqual(told(verdictOf([text(lines).slice(0, -20)], head)), [
    "0.log:4 The line has no end",
    "0.log:4 No JSON",
    "0.log:4 Lines are missing at the end, or the las",
  ]);
  // Lines that came after the note are well, as the machine may have stopped there.
  assert.deepEqual(told(verdictOf([text(lines)], hashOfLine(lines[1]!))), []);
  assert.equal(verdictOf([text(lines)], head, { wanted: hashOfLine(lines[1]!) }).hasWanted, true);
  assert.equal(verdictOf([text(lines)], head, { wanted: "a".repeat(64) }).hasWanted, false);
});

Deno.test("logReader() says what is wrong with a line", () => {
  const line = formatRecord(RECORD, NO_HASH);
  const cases: readonly [line: string, message: RegExp][] = [
    ["[]", /Expected an object/],
    ["null", /Expected an object/],
    ["{", /No JSON/],
    ["", /No JSON/],
    [line.replace('"high"', '"hihg"'), /Expected one of info/],
    [line.replace('"ruleId":"code-evaluation",', ""), /Expected text for "ruleId"/],
    [line.replace('"author":null', '"author":1'), /Expected text or null for "author"/],
    [line.replace(/2026-01-15T[^"]+/, "soon"), /Expected a time for "timestamp"/],
    [line.replace('"expires":null', '"expires":"soon"'), /Expected a time for "expires"/],
    [line.replace(NO_HASH, "0"), /Expected a SHA-256 for "previous"/],
    [line.replace("reviewed", "x".repeat(70_000)), /Expected at most 65536 characters/],
  ];
  for (const [text, message] of cases) {
    const { problems } = verdictOf([`${text}\n`], hashOfLine(text));
    assert.equal(problems.length, 1, text);
    assert.match(problems[0]!.message, message);
  }
});

Deno.test("historyOf() gathers what one project's suppressions did, and how they were worded", () => {
  const history = historyOf(RECORD.project);
  const add = (day: number, change: Partial<AuditRecord>) =>
    history.add({
      ...RECORD,
      timestamp: new Date(Date.UTC(2026, 0, day)).toISOString(),
      ...change,
    });
  add(1, {});
  add(1, { path: "b.py" });
  add(3, { reason: "looked at again", author: "ann" });
  add(2, { project: "other" });
  add(4, { suppressionId: "comment" });
  add(5, { suppressionId: "comment", path: "b.py" });
  const shown = [...history.histories().values()].map(({ id, paths, first, last, wordings }) => [
    id,
    paths.length,
    first.slice(8, 10),
    last.slice(8, 10),
    wordings.map(({ reason }) => reason),
  ]);
  assert.deepEqual(shown, [
    ["SUP-1", 2, "01", "03", ["reviewed", "looked at again"]],
    ["comment", 1, "04", "04", ["reviewed"]],
    ["comment", 1, "05", "05", ["reviewed"]],
  ]);
});
