import assert from "node:assert/strict";
import {
  atLeastSeverity,
  fingerprint,
  foldText,
  joinMapped,
  lineSpan,
  lineStarts,
  maskSecret,
  positionAt,
  printable,
  redactSpans,
  standingFor,
  toFile,
  verbatim,
} from "../../src/core/mod.ts";

Deno.test("positionAt() counts lines that end in LF, CRLF or CR", () => {
  const starts = lineStarts("a\nbb\r\nc\rd");
  const lines = [0, 2, 6, 8].map((offset) => positionAt(starts, offset));
  assert.deepEqual(lines.map(({ line, column }) => [line, column]), [[1, 1], [2, 1], [3, 1], [
    4,
    1,
  ]]);
  assert.deepEqual(positionAt(starts, 3), { line: 2, column: 2 });
});

Deno.test("lineSpan() leaves the line end out", () => {
  const text = "a\r\nbb\r\n";
  const span = lineSpan(text, lineStarts(text), 4);
  assert.equal(text.slice(span.start, span.end), "bb");
});

Deno.test("toFile() maps over a decoded escape and stops where two pieces meet", () => {
  // The file holds `x\ny` (an escape of two units) and, far behind it, `z`.
  const joined = joinMapped([
    verbatim("x", 10),
    standingFor("\n", { start: 11, end: 13 }),
    verbatim("y", 13),
    verbatim("z", 100),
  ]);
  assert.equal(joined.text, "x\nyz");
  assert.deepEqual(toFile(joined, { start: 0, end: 2 }), { start: 10, end: 13 });
  assert.deepEqual(toFile(joined, { start: 0, end: 3 }), { start: 10, end: 14 });
  assert.deepEqual(toFile(joined, { start: 3, end: 4 }), { start: 100, end: 101 });
});

Deno.test("atLeastSeverity() is a threshold, not an equality", () => {
  assert.ok(atLeastSeverity("critical", "high"));
  assert.ok(atLeastSeverity("high", "high"));
  assert.ok(!atLeastSeverity("medium", "high"));
});

Deno.test("fingerprint() folds white space, line ends and normal forms", () => {
  const of = (text: string): string => fingerprint({ ruleId: "r", path: "a.py", text, ordinal: 0 });
  assert.equal(of("a(  b,\r\n  c)"), of("a( b, c)"));
  // As formatters have it.
  assert.equal(of("a(\n  b +\n  'c',\n)"), of('a(b+"c")'));
  assert.notEqual(of("a b"), of("ab"));
  assert.notEqual(of("a, b"), of("a b"));
  assert.equal(of("caf\u00e9"), of("cafe\u0301"));
  assert.notEqual(of("a"), of("b"));
  assert.equal(foldText("  a \n\t b "), "a b");
});

Deno.test("fingerprint() tells apart rule, path and ordinal", () => {
  const base = { ruleId: "r", path: "a.py", text: "x", ordinal: 0 };
  const prints = [
    base,
    { ...base, ruleId: "q" },
    { ...base, path: "b.py" },
    { ...base, ordinal: 1 },
  ].map(fingerprint);
  assert.equal(new Set(prints).size, 4);
});

Deno.test("maskSecret() shows at most four characters and never the length", () => {
  assert.equal(maskSecret("short-password"), "****");
  assert.equal(maskSecret("x".repeat(16)), "xxxx****");
  assert.equal(maskSecret("x".repeat(400)), "xxxx****");
});

Deno.test("maskSecret() cuts between characters, not inside one", () => {
  assert.equal(maskSecret("🔑🔑🔑🔑🔑🔑🔑🔑🔑"), "🔑🔑🔑🔑****");
});

Deno.test("redactSpans() masks overlapping secrets once and keeps offsets of the rest", () => {
  const secret = "abcdefghijklmnopqrst";
  const text = `k = "${secret}" # end`;
  const { text: shown, map } = redactSpans(text, {
    offset: 0,
    secrets: [{ start: 5, end: 25 }, { start: 10, end: 25 }],
  });
  assert.equal(shown, `k = "abcd****" # end`);
  assert.equal(shown.slice(map(text.indexOf("#"))), "# end");
  assert.equal(map(5), 5);
  assert.equal(map(25), 13);
});

Deno.test("redactSpans() shows nothing of a secret that began before the text", () => {
  const { text } = redactSpans("restofakey more", {
    offset: 50,
    secrets: [{ start: 40, end: 60 }],
  });
  assert.equal(text, "**** more");
});

Deno.test("printable() shows control, bidirectional and invisible characters as their code", () => {
  assert.equal(printable("a\x1b[31mb"), "a<U+001B>[31mb");
  assert.equal(printable("a\u202eb\u200bc\u{e0041}"), "a<U+202E>b<U+200B>c<U+E0041>");
  assert.equal(printable("a\nb\r\u0085\u2028"), "a<U+000A>b<U+000D><U+0085><U+2028>");
  assert.equal(printable("half \ud83d."), "half <U+D83D>.");
});

Deno.test("printable() leaves ordinary text of every script alone", () => {
  const text = "Grüße, 世界, שלום, 👍🏽 ⚠️ é";
  assert.equal(printable(text), text);
});
