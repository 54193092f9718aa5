import assert from "node:assert/strict";
import {
  joinMapped,
  type MappedText,
  MappedTextBuilder,
  placeOf,
  standingFor,
  toFile,
  verbatim,
} from "../../src/core/mod.ts";

/** `x\\ty\\n\\n` and an escape of two units, from 10 on; each unit's place by hand. */
function sample(): { value: MappedText; places: readonly (readonly [number, number])[] } {
  const builder = new MappedTextBuilder();
  builder.append("x", 10);
  builder.append("\t", 11, 2);
  builder.append("y", 13);
  builder.append("\n", 14, 2);
  builder.append("\n", 16, 2);
  builder.appendWhole("😀", { start: 18, end: 28 });
  builder.append("z", 28);
  const places = [[10, 11], [11, 13], [13, 14], [14, 16], [16, 18], [18, 28], [18, 28], [28, 29]];
  return { value: builder.build(), places: places as [number, number][] };
}

Deno.test("every unit of a mapped text knows its place, joined or not", () => {
  const { value, places } = sample();
  const joined = joinMapped([value, value, verbatim("", 3)]);
  assert.equal(joined.text, value.text.repeat(2));
  [...places, ...places].forEach(([start, end], i) => {
    assert.deepEqual(placeOf(joined, i), { start, end });
    assert.deepEqual(toFile(joined, { start: i, end: i + 1 }), { start, end });
  });
  assert.deepEqual(toFile(value, { start: 1, end: 6 }), { start: 11, end: 28 });
});

Deno.test("toFile() of an empty span or text is 0 to 0", () => {
  assert.deepEqual(toFile(verbatim("ab", 5), { start: 1, end: 1 }), { start: 0, end: 0 });
  assert.deepEqual(toFile(verbatim("", 5), { start: 0, end: 3 }), { start: 0, end: 0 });
});

Deno.test("what goes on where the last run ended makes no run of its own", () => {
  const builder = new MappedTextBuilder();
  for (let i = 0; i < 1_000; i++) builder.append("\n", 2 * i, 2);
  for (let i = 0; i < 1_000; i++) builder.append("a", 2_000 + i);
  assert.equal(builder.length, 2_000);
  assert.equal(builder.build().runs.length, 2);
  assert.equal(verbatim("a".repeat(1_000), 7).runs.length, 1);
});

Deno.test("a mapped text survives JSON and structuredClone", () => {
  const value = joinMapped([standingFor("ab", { start: 3, end: 9 }), verbatim("c", 9)]);
  assert.deepEqual(JSON.parse(JSON.stringify(value)), value);
  assert.deepEqual(structuredClone(value), value);
});
