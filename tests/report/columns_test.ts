import assert from "node:assert/strict";
import { columns, takeEnd, takeStart, wrap } from "../../src/report/_columns.ts";

Deno.test("columns() counts what a terminal draws", () => {
  const cases: [text: string, width: number][] = [
    ["", 0],
    ["abc", 3],
    ["天気", 4],
    ["ｶﾅ", 2],
    ["한글", 4],
    ["😀", 2],
    ["𝔞", 1],
    ["e\u0301", 1],
    ["は\u3099", 2],
    ["🇩🇪", 2],
    ["👍🏽", 2],
    ["⚠\ufe0f", 2],
    ["⚠", 1],
    ["1\ufe0f\u20e3", 2],
    ["│…→", 3],
  ];
  for (const [text, width] of cases) assert.equal(columns(text), width, JSON.stringify(text));
});

Deno.test("takeStart() and takeEnd() never cut a wide character in two", () => {
  assert.equal(takeStart("天気a", 3), "天");
  assert.equal(takeEnd("a天気", 3), "気");
  assert.equal(takeStart("👍🏽x", 1), "");
  assert.equal(takeEnd("xe\u0301", 1), "e\u0301");
  assert.equal(takeEnd("abc", 9), "abc");
});

Deno.test("wrap() breaks at spaces, and inside a word only if it must", () => {
  assert.deepEqual(wrap("one two three", 7), ["one two", "three"]);
  assert.deepEqual(wrap("abcdefgh ij", 5), ["abcde", "fgh", "ij"]);
  assert.deepEqual(wrap("天気予報", 5), ["天気", "予報"]);
  assert.deepEqual(wrap("天気", 1), ["天", "気"]);
  assert.deepEqual(wrap("", 5), [""]);
});
