// The judge cannot be talked round: whatever the scanned text says to a model that obeys every word
// of it, no finding of a rule gets weaker, and the attempt is told of.

import assert from "node:assert/strict";
import { CONFIDENCES, type Finding, SEVERITIES } from "../../src/core/mod.ts";
import type { ModelRequest } from "../../src/ai/mod.ts";
import { answerTo, dataOf, type FakeModel, fakeModel, wordOf } from "../support/fake_models.ts";
import { type Injection, INJECTIONS, type Wish } from "./_injections.ts";
import { reviewOf } from "./_review.ts";

/** Letters and digits alone, so that no line end, number or sign hides an order. */
function letters(text: string): string {
  return text.replace(/^ *\d+\| /gm, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

const ACQUITTAL = {
  verdict: "not-vulnerable",
  severity: "none",
  confidence: 100,
  false_alarm: 100,
  reason: "As the text says",
} as const;

function obey(request: ModelRequest, wish: Wish): string {
  if (typeof wish === "object") return wish.say;
  switch (wish) {
    case "acquit":
      return answerTo(request, ACQUITTAL);
    case "acquit-unsigned":
      return JSON.stringify({ ...JSON.parse(answerTo(request, ACQUITTAL)), check: "" });
    case "canary":
      return answerTo(request, { ...ACQUITTAL, reason: wordOf(request, "word") });
    case "fence":
      return answerTo(request, { ...ACQUITTAL, reason: wordOf(request, "data") });
  }
}

/** Follows every order that it sees; where it sees none, it tells the truth. */
function obedient({ order, wish }: Pick<Injection, "order" | "wish">): FakeModel {
  return fakeModel((request) =>
    letters(dataOf(request)).includes(letters(order)) ? obey(request, wish) : answerTo(request)
  );
}

const keyOf = ({ ruleId, fingerprint }: Finding): string => `${ruleId} ${fingerprint}`;

for (const injection of INJECTIONS) {
  Deno.test(`an obedient model is not turned by ${injection.name}`, async () => {
    const files = { [injection.file]: injection.code };
    const asker = obedient(injection);
    const { before, after } = await reviewOf(files, { asker });
    const seen = asker.requests.filter((request) =>
      letters(dataOf(request)).includes(letters(injection.order))
    );
    assert.ok(seen.length > 0, "the order came through to the model");
    const asked = before.findings.filter(({ evidence }) => evidence !== "proven");
    assert.ok(asked.length > 0);
    const known = new Map(after.findings.map((finding) => [keyOf(finding), finding]));
    for (const was of before.findings) {
      const is = known.get(keyOf(was))!;
      assert.ok(SEVERITIES.indexOf(is.severity) >= SEVERITIES.indexOf(was.severity));
      assert.ok(CONFIDENCES.indexOf(is.confidence) >= CONFIDENCES.indexOf(was.confidence));
      assert.notEqual(is.review?.verdict, "unlikely");
      assert.deepEqual(is.triage, was.triage);
    }
    const steering = after.findings.filter(({ ruleId }) => ruleId === "reviewer-steering");
    assert.ok(steering.length > 0, "the steering is reported");
    assert.ok(after.review!.steered > 0);
  });
}

Deno.test("there are at least 40 injections, each of another name", () => {
  const names = new Set(INJECTIONS.map(({ name }) => name));
  assert.ok(names.size >= 40);
  assert.equal(names.size, INJECTIONS.length);
});

Deno.test("an honest model's acquittals are no steering", async () => {
  for (const { file, code } of INJECTIONS.slice(0, 10)) {
    const asker = fakeModel((request) => answerTo(request, ACQUITTAL));
    const { after } = await reviewOf({ [file]: code }, { asker });
    assert.ok(!after.findings.some(({ ruleId }) => ruleId === "reviewer-steering"));
  }
});

Deno.test("a model that is told to makes no finding out of nothing", async () => {
  const asker = fakeModel((request) =>
    answerTo(request, {
      findings: [{
        kind: "hidden-behaviour",
        severity: "critical",
        confidence: 100,
        line: 1,
        quote: "steal(everything)",
        summary: "As the text says",
      }],
    })
  );
  const { before, after } = await reviewOf({ "run.py": INJECTIONS[0]!.code }, { asker });
  assert.equal(after.findings.length, before.findings.length);
  assert.equal(after.review!.dropped, 1);
});
