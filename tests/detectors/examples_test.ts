// Every rule's own examples: what it shows as bad is found by it, what it shows as good is found
// by no rule at all.

import assert from "node:assert/strict";
import { exampleFile } from "../../src/cli/examples.ts";
import { ALL_RULES } from "../../src/detectors/mod.ts";
import { ruleSet } from "../../src/scan/mod.ts";
import { matchAlone } from "../support/match_alone.ts";

const RULES = ruleSet(ALL_RULES);

for (const rule of ALL_RULES) {
  for (const example of rule.bad) {
    const verb = example.limit ? "misses, as it says," : "finds";
    Deno.test(`${rule.id} ${verb}: ${example.note}`, async () => {
      const { matches, diagnostics } = await matchAlone(exampleFile(example), RULES);
      assert.deepEqual(diagnostics, []);
      assert.equal(matches.some((match) => match.ruleId === rule.id), !example.limit);
    });
  }
  for (const example of rule.good) {
    const verb = example.limit ? "reports, as it says," : "leaves alone";
    Deno.test(`${rule.id} ${verb}: ${example.note}`, async () => {
      const { matches, diagnostics } = await matchAlone(exampleFile(example), RULES);
      assert.deepEqual(diagnostics, []);
      const ids = matches.map((match) => match.ruleId);
      if (example.limit) assert.ok(ids.includes(rule.id));
      else assert.deepEqual(ids, []);
    });
  }
}

Deno.test("every rule has at least two examples of each kind", () => {
  for (const rule of ALL_RULES) {
    assert.ok(rule.bad.length >= 2 && rule.good.length >= 2, rule.id);
  }
});

Deno.test("the rules stand in the order of their ids, each id once", () => {
  const ids = ALL_RULES.map(({ id }) => id);
  assert.deepEqual(ids, [...new Set(ids)].sort());
});

Deno.test("a rule's texts are sentences without secrets or placeholders of the template", () => {
  for (const { id, title, why, fix, limits } of ALL_RULES) {
    assert.match(id, /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/);
    assert.doesNotMatch(title, /\.$/);
    for (const text of [why, fix, limits]) assert.match(text, /^[A-Z].*\.$/s, id);
    assert.ok(!fix.includes("\n"), id);
    assert.doesNotMatch(
      `${title}${why}${fix}`,
      /What is wrong, in a few words|What to do, in one line/,
    );
  }
});
