import assert from "node:assert/strict";
import { shapeOf } from "../../src/flow/expression_shape.ts";

/** What an accepted text can do, in letters: climb, start with a dot, be absolute. */
function told(body: string): string | undefined {
  const shape = shapeOf(body);
  if (!shape) return undefined;
  const { climbs, startsWithDot, isAbsolute } = shape;
  return `${climbs ? "c" : ""}${startsWithDot ? "d" : ""}${isAbsolute ? "a" : ""}`;
}

Deno.test("shapeOf() finds two dots side by side, however they get there", () => {
  const climbing = [
    "\\.\\.",
    "[\\w.]+",
    "a\\.{2}",
    "a\\.b?\\.",
    "a(?:\\.|b)*",
    "a[.-]{1,}",
    "(a\\.)?(\\.b)?",
  ];
  for (const body of climbing) assert.ok(told(body)?.includes("c"), body);
  const still = [
    "\\d+\\.\\d+",
    "a\\.b\\.",
    "(?:a\\.)+",
    "a\\.?",
    "a\\.{1}b",
    "(\\.a)*",
    "a(\\.b)?/c\\.d",
  ];
  for (const body of still) assert.ok(!told(body)!.includes("c"), body);
});

Deno.test("shapeOf() finds what stands in front", () => {
  assert.equal(told("\\.?a"), "d");
  assert.equal(told("a?/b"), "a");
  assert.equal(told("(?:b|[/.])c"), "da");
  assert.equal(told("a/\\.b"), "");
});

Deno.test("shapeOf() takes an odd range for anything, and does not guess", () => {
  assert.equal(told("[+-9]"), "da");
  assert.equal(told("(a"), undefined);
  assert.equal(told("a)"), undefined);
  assert.equal(told("(".repeat(100) + ")".repeat(100)), undefined);
});
