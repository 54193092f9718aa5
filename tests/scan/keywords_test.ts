import assert from "node:assert/strict";
import fc from "fast-check";
import { Keywords } from "../../src/scan/keywords.ts";

Deno.test("Keywords agrees with a search, whatever the text and the words", () => {
  const text = fc.string({
    unit: fc.constantFrom("a", "b", "é", "š", "\u0161", "中", "-"),
    maxLength: 40,
  });
  const word = fc.string({ unit: fc.constantFrom("a", "b", "é", "a", "中"), maxLength: 4 });
  fc.assert(fc.property(text, fc.array(word, { maxLength: 5 }), (text, words) => {
    assert.equal(new Keywords(text).hasOneOf(words), words.some((word) => text.includes(word)));
  }));
});
