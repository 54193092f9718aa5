import assert from "node:assert/strict";
import fc from "fast-check";
import { gzipSync } from "fflate";
import { type Finding, fingerprint } from "../../src/core/mod.ts";
import { baselineOf, compare, formatBaseline, readBaseline } from "../../src/triage/mod.ts";
import type { Baseline, Present } from "../../src/triage/mod.ts";

/** Files as lists of the texts that are found in them; the rest of a file is a number. */
type Project = ReadonlyMap<string, { readonly texts: readonly string[]; readonly rest: number }>;

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

Deno.test("compare() of two projects is as counting says", () => {
  fc.assert(fc.property(PROJECT, PROJECT, (before, after) => {
    const { comparison, findings } = compare(saved(before), present(after));
    const { counts, fixed } = comparison;
    const then = present(before).findings.length;
    assert.equal(counts.new + counts.changed + counts.unchanged, findings.length);
    // Each finding of the baseline is known again, or mended.
    assert.equal(counts.changed + counts.unchanged + fixed.length, then);
    for (const { baseline, triage } of findings) {
      assert.equal(triage.state, baseline === "new" ? "open" : "known");
    }
    // In files that are there before and after, the fingerprint alone decides.
    const known = new Set(present(before).findings.map((one) => one.fingerprint));
    for (const { location, fingerprint, baseline } of findings) {
      if (before.has(location.file)) assert.equal(baseline !== "new", known.has(fingerprint));
    }
  }));
});

Deno.test("a baseline of 20,000 findings is small, and read and compared in no time", () => {
  const texts = Array.from({ length: 100 }, (_, i) => `call number ${i} of ${"x".repeat(300)}`);
  const project: Project = new Map(
    Array.from({ length: 200 }, (_, i) => [`src/folder/module_${i}.py`, { texts, rest: i }]),
  );
  const now = present(project);
  const start = performance.now();
  const text = formatBaseline(
    baselineOf(now, { savedAt: "2026-01-15T12:00:00.000Z", project: "p" }),
  );
  const packed = gzipSync(new TextEncoder().encode(text), { level: 6, mtime: 0 });
  const middle = performance.now();
  const read = readBaseline(text);
  assert.ok(!("message" in read));
  const { comparison } = compare(read, now);
  const end = performance.now();
  assert.equal(comparison.counts.unchanged, 20_000);
  assert.ok(text.length > 10_000_000 && packed.length * 5 < text.length);
  // Bounds for a machine that does much else; a second each is what it takes at most on its own.
  assert.ok(middle - start < 6000 && end - middle < 6000, `${middle - start} ${end - middle}`);
});
