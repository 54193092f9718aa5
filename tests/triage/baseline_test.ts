import assert from "node:assert/strict";
import fc from "fast-check";
import { type BaselineState, type Finding, fingerprint } from "../../src/core/mod.ts";
import { baselineOf, compare, formatBaseline, readBaseline } from "../../src/triage/mod.ts";
import type { Baseline, Present } from "../../src/triage/mod.ts";

/** Files as lists of the texts that are found in them; the rest of a file is a number. */
type Project = ReadonlyMap<string, { readonly texts: readonly string[]; readonly rest: number }>;

const RULES = "a".repeat(64);
const CONFIG = "b".repeat(64);

function present(project: Project, rules = ["rule-a"]): Present {
  const findings = [...project].flatMap(([file, { texts }]) => {
    const seen = new Map<string, number>();
    return texts.map((text, line): Finding => {
      const ordinal = seen.get(text) ?? 0;
      seen.set(text, ordinal + 1);
      const ruleId = "rule-a";
      const place = { line: line + 1, column: 1, endLine: line + 1, endColumn: 2 };
      return {
        ruleId,
        message: `Found ${text}`,
        severity: "high",
        confidence: "high",
        evidence: "heuristic",
        origin: "rule",
        location: { file, ...place },
        snippet: { text, start: 0, end: 1 },
        fingerprint: fingerprint({ ruleId, path: file, text, ordinal }),
        signature: fingerprint({ ruleId, path: "", text, ordinal }),
        related: [],
        path: [],
        triage: { state: "open" },
      };
    });
  });
  const files = new Map(
    [...project].map(([file, content]) => {
      const text = JSON.stringify(content);
      const half = fingerprint({ ruleId: "", path: "", text, ordinal: 0 });
      return [file, half + half];
    }),
  );
  const exists = (file: string) => project.has(file);
  return {
    findings,
    rules,
    ruleDigest: RULES,
    configDigest: CONFIG,
    tool: "1",
    files,
    cut: new Set(),
    exists,
    isWhole: true,
    isOfChanges: false,
  };
}

function saved(project: Project): Baseline {
  const baseline = baselineOf(present(project), {
    savedAt: "2026-01-15T12:00:00.000Z",
    project: "p",
  });
  const read = readBaseline(formatBaseline(baseline));
  assert.ok(!("message" in read));
  assert.deepEqual(read, baseline);
  return read;
}

const PROJECT = fc.dictionary(
  fc.constantFrom("a.py", "b.py", "src/a.py", "__proto__", "x\ny"),
  fc.record({
    texts: fc.array(fc.constantFrom("eval", "exec", "é"), { maxLength: 4 }),
    rest: fc.nat(3),
  }),
).map((record): Project => new Map(Object.entries(record)));

Deno.test("compare() of the same project finds nothing new, changed or fixed", () => {
  fc.assert(fc.property(PROJECT, (project) => {
    const { findings, comparison } = compare(saved(project), present(project));
    assert.deepEqual(comparison.counts, { new: 0, changed: 0, unchanged: findings.length });
    assert.deepEqual([comparison.fixed, comparison.newByRules], [[], 0]);
  }));
});

Deno.test("compare() finds nothing new where files are edited around findings, or moved", () => {
  const edits = fc.dictionary(
    fc.constantFrom("a.py", "b.py", "src/a.py"),
    fc.constantFrom("edit", "move"),
  );
  fc.assert(fc.property(PROJECT, edits, (project, changes) => {
    const after: Project = new Map(
      [...project].map(([file, content]) => {
        if (changes[file] === "edit") return [file, { ...content, rest: content.rest + 10 }];
        return [changes[file] === "move" ? `moved/${file}` : file, content];
      }),
    );
    const { comparison, findings } = compare(saved(project), present(after));
    assert.deepEqual([comparison.counts.new, comparison.fixed], [0, []]);
    const edited = findings.filter(({ location }) => changes[location.file] === "edit");
    assert.equal(comparison.counts.changed, edited.length);
  }));
});

/** A finding as its place and what it says: `[file, text, ordinal]`. */
type Spot = readonly [file: string, text: string, ordinal: number];

function spotsOf(project: Project): Spot[] {
  return [...project].flatMap(([file, { texts }]) =>
    texts.map((text, i): Spot => [
      file,
      text,
      texts.slice(0, i).filter((other) => other === text).length,
    ])
  );
}

/** The rules of the comparison in their order, said as plainly as can be; slow. */
function reference(before: Project, after: Project) {
  const content = (project: Project, file: string) => JSON.stringify(project.get(file));
  const left = spotsOf(before);
  const states = new Map<string, BaselineState>();
  const pair = (fits: (now: Spot, then: Spot) => boolean): void => {
    for (const now of spotsOf(after)) {
      const key = JSON.stringify(now);
      if (states.has(key)) continue;
      const at = left.findIndex((then) =>
        now[1] === then[1] && now[2] === then[2] && fits(now, then)
      );
      if (at < 0) continue;
      const [then] = left.splice(at, 1);
      const isSame = content(before, then![0]) === content(after, now[0]);
      states.set(key, isSame ? "unchanged" : "changed");
    }
  };
  pair(([now], [then]) => now === then);
  pair(([now], [then]) => content(after, now) === content(before, then));
  pair(([now], [then]) => !before.has(now) && !after.has(then));
  const fixed = left.map(([, text, ordinal]) => `${text} ${ordinal}`).sort();
  return { stateOf: (spot: Spot) => states.get(JSON.stringify(spot)) ?? "new", fixed };
}

Deno.test("compare() of two projects is as the reference says", () => {
  fc.assert(
    fc.property(PROJECT, PROJECT, (before, after) => {
      const { comparison, findings } = compare(saved(before), present(after));
      const expected = reference(before, after);
      const spots = spotsOf(after);
      assert.deepEqual(
        findings.map(({ baseline }, i) => [spots[i], baseline]),
        spots.map((spot) => [spot, expected.stateOf(spot)]),
      );
      for (const { baseline, triage } of findings) {
        assert.equal(triage.state, baseline === "new" ? "open" : "known");
      }
      const then = new Map(
        spotsOf(before).map(([path, text, ordinal]) => [
          fingerprint({ ruleId: "rule-a", path, text, ordinal }),
          `${text} ${ordinal}`,
        ]),
      );
      const fixed = comparison.fixed.map((one) => then.get(one.fingerprint)).sort();
      assert.deepEqual(fixed, expected.fixed);
      const { counts } = comparison;
      assert.equal(counts.new + counts.changed + counts.unchanged, findings.length);
    }),
    { numRuns: 500 },
  );
});

Deno.test("compare() knows findings of files that changed places", () => {
  const before: Project = new Map([
    ["a.py", { texts: ["eval"], rest: 1 }],
    ["b.py", { texts: ["exec"], rest: 2 }],
  ]);
  const after: Project = new Map([["a.py", before.get("b.py")!], ["b.py", before.get("a.py")!]]);
  const { comparison } = compare(saved(before), present(after));
  assert.deepEqual(comparison.counts, { new: 0, changed: 0, unchanged: 2 });
  assert.deepEqual(comparison.fixed, []);
});

Deno.test("compare() says of which new findings the rules are the reason", () => {
  const before: Project = new Map([["a.py", { texts: ["eval"], rest: 1 }]]);
  const after: Project = new Map([["a.py", { texts: ["eval", "exec"], rest: 1 }]]);
  const baseline = saved(before);
  const newByRules = (change: Partial<Present>, then: Partial<Baseline> = {}) =>
    compare({ ...baseline, ...then }, { ...present(after), ...change }).comparison.newByRules;
  // The file is another one, and the rules are the same.
  assert.equal(newByRules({}), 0);
  // They are others, but so is the file.
  assert.equal(newByRules({ ruleDigest: "c".repeat(64) }), 0);
  // They are others, and the file is the same.
  assert.equal(newByRules({ ruleDigest: "c".repeat(64), files: baseline.files }), 1);
  assert.equal(newByRules({ files: baseline.files }), 0);
  // A rule that was not there finds what it finds, whatever else changed.
  assert.equal(newByRules({}, { rules: ["rule-b"] }), 1);
  // A file that the finding's flow goes through has changed.
  const now = present(after);
  const flowing = now.findings.map((finding) => ({
    ...finding,
    path: [{ ...finding.location, file: "b.py", message: "" }],
  }));
  const files = new Map([...baseline.files, ["b.py", "d".repeat(64)]]);
  assert.equal(newByRules({ ruleDigest: "c".repeat(64), files, findings: flowing }), 0);
});

Deno.test("compare() of thousands of equal findings in as many files takes few steps", () => {
  const file = (i: number) => `src/module_${i}.py`;
  const moved = (i: number) => `lib/module_${i}.py`;
  const project = (name: (i: number) => string, rest: number): Project =>
    new Map(Array.from({ length: 20_000 }, (_, i) => [name(i), { texts: ["eval"], rest }]));
  const baseline = baselineOf(present(project(file, 0)), { savedAt: "2026-01-15", project: "p" });
  for (const [rest, state] of [[0, "unchanged"], [1, "changed"]] as const) {
    const { comparison } = compare(baseline, present(project(moved, rest)));
    assert.equal(comparison.counts[state], 20_000);
  }
});
