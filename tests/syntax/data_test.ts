import { deepEqual, equal } from "node:assert/strict";
import { type JsonNode, jsonValue, parseToml, parseYaml } from "../../src/syntax/mod.ts";

/** What a tree holds, as plain data. */
function plain(node: JsonNode | undefined): unknown {
  if (!node) return undefined;
  if (node.type === "array") return node.children!.map(plain);
  if (node.type !== "object") return node.value;
  return Object.fromEntries(node.children!.map(({ children }) => [
    String(children![0]!.value),
    plain(children![1]),
  ]));
}

/** The text that a value's place holds. */
function textOf(text: string, node: JsonNode | undefined): string {
  const { start, end } = node!.inner ?? { start: node!.offset, end: node!.offset + node!.length };
  return text.slice(start, end);
}

Deno.test("parseYaml() reads every style of string with its place", () => {
  const text = "a: plain\nb: \"double\"\nc: 'single'\nd: |\n  block\ne: [1, true, null]\n";
  const { root, malformed } = parseYaml(text);
  equal(malformed, undefined);
  deepEqual(plain(root), {
    a: "plain",
    b: "double",
    c: "single",
    d: "block\n",
    e: ["1", true, null],
  });
  deepEqual(["a", "b", "c"].map((key) => textOf(text, jsonValue(root, key))), [
    "plain",
    "double",
    "single",
  ]);
});

Deno.test("parseYaml() follows aliases and merge keys, where a mapping's own keys go first", () => {
  const text = "base: &b { cmd: npx, x: 1 }\nuse: { cmd: uvx, <<: *b }\nsame: *b\n";
  const { root } = parseYaml(text);
  deepEqual(plain(jsonValue(root, "use")), { cmd: "uvx", x: "1" });
  deepEqual(plain(jsonValue(root, "same")), { cmd: "npx", x: "1" });
});

Deno.test("parseYaml() stops where aliases multiply, nest in themselves, or levels are too many", () => {
  const levels = Array.from(
    { length: 12 },
    (_, i) => `l${i + 1}: &l${i + 1} [${Array(9).fill(i === 0 ? "x" : `*l${i}`).join(", ")}]`,
  );
  equal(parseYaml(levels.join("\n")).malformed, "More than 200000 values, aliases included");
  deepEqual(plain(parseYaml("a: &a { b: *a, c: 1 }").root), { a: { c: "1" } });
  equal(
    parseYaml(`a: ${"[".repeat(500)}${"]".repeat(500)}`).malformed,
    "Nested deeper than 200 levels",
  );
  equal(
    parseYaml(`a: ${"[".repeat(20_000)}${"]".repeat(20_000)}`).malformed,
    "Nested deeper than 200 levels",
  );
  equal(parseYaml("a".repeat(1024 * 1024 + 1)).malformed, "YAML longer than 1048576 characters");
});

Deno.test("parseYaml() says where a text is malformed, and gives what it could read", () => {
  const { root, malformed } = parseYaml('a: 1\nb: "x\nc: 2\n');
  equal(malformed, "Invalid YAML at 4:1: missing char");
  equal(jsonValue(root, "a")?.value, "1");
});

Deno.test("parseToml() reads tables, dotted keys, lists of tables and inline tables", () => {
  const text = `
title = 'x'
[servers."a b"]
args = ["-y", """two
lines"""]
env.KEY = "v"
[servers."a b".more]
on = true
[[list]]
n = 1
[[list]]
n = 2
[list.inner]
deep = { p.q = 3 }
`;
  const { root, malformed } = parseToml(text);
  equal(malformed, undefined);
  deepEqual(plain(root), {
    title: "x",
    servers: {
      "a b": { args: ["-y", "two\nlines"], env: { KEY: "v" }, more: { on: true } },
    },
    list: [{ n: "1" }, { n: "2", inner: { deep: { p: { q: "3" } } } }],
  });
  const server = jsonValue(jsonValue(root, "servers"), "a b");
  deepEqual(jsonValue(server, "args")!.children!.map((arg) => textOf(text, arg)), [
    "-y",
    "two\nlines",
  ]);
});

Deno.test("parseToml() gives what stands before a fault, and says where that is", () => {
  const { root, malformed } = parseToml('[a]\nx = 1\ny = = 2\nz = "tail"\n');
  equal(malformed, "Invalid TOML at 3:5");
  deepEqual(plain(root), { a: { x: "1" } });
});

Deno.test("parseToml() bears deep nesting and long texts", () => {
  equal(
    parseToml(`a = ${"[".repeat(20_000)}${"]".repeat(20_000)}`).malformed,
    "Nested deeper than 200 levels",
  );
  equal(parseToml(`a${".a".repeat(5_000)} = 1`).malformed, undefined);
  equal(parseToml("#".repeat(1024 * 1024 + 1)).malformed, "TOML longer than 1048576 characters");
  deepEqual(plain(parseToml("__proto__.x = 1\n[constructor]\ny = 2").root), {
    ["__proto__"]: { x: "1" },
    constructor: { y: "2" },
  });
});
