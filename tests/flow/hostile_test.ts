// Programs that attack data flow by their size or depth. Each ends, and says where it was cut short.

import assert from "node:assert/strict";
import type { Language } from "../../src/core/mod.ts";
import { flowsOf, lower } from "../../src/flow/mod.ts";
import { parse } from "../../src/syntax/mod.ts";

/** Far above what any of them takes; what grows with the square of its size takes longer. */
const MAX_SECONDS = 5;
/** On a busy machine parsing takes longer too. */
const MAX_PARSES = 10;

interface Outcome {
  readonly cut: boolean;
  /** Kinds of the sinks that were reached. */
  readonly kinds: readonly string[];
}

async function outcomeOf(language: Language, text: string): Promise<Outcome> {
  const started = performance.now();
  const tree = await parse({ language, text });
  const parsed = performance.now();
  const module = lower(tree);
  const { flows, cuts } = flowsOf([{ path: "a", module }]);
  const seconds = (performance.now() - parsed) / 1000;
  const bound = MAX_SECONDS + MAX_PARSES * (parsed - started) / 1000;
  assert.ok(seconds < bound, `Took ${seconds.toFixed(1)} s`);
  const kinds = [...new Set(flows.map(({ kind }) => kind))].sort();
  return { cut: module.cut || cuts.length > 0, kinds };
}

function many(count: number, piece: (i: number) => string, between = "\n"): string {
  return Array.from({ length: count }, (_, i) => piece(i)).join(between);
}

function nested(count: number, open: string, inner: string, close: string): string {
  return open.repeat(count) + inner + close.repeat(count);
}

/** What is expected: "cut" where a bound left something out, and kinds of sinks. */
type Case = readonly [name: string, expected: string, text: string];

const SCRIPT: readonly Case[] = [
  [
    "a switch of 10,000 branches",
    "cut",
    `export function f(x) { switch (x) { ${
      many(10_000, (i) => `case ${i}: y = g(x); break;`)
    } } eval(y); }`,
  ],
  [
    "10,000 conditions behind one another",
    "cut code",
    `export function f(x) { eval(x); let a = x; ${
      many(10_000, (i) => `if (x === "${i}") { a = a + x; }`)
    } }`,
  ],
  [
    "10,000 conditions that else to one another",
    "cut",
    `export function f(x) { ${many(10_000, (i) => `if (x === ${i}) { a = x; }`, " else ")} }`,
  ],
  [
    "a ring of 5,000 functions",
    "code",
    `${many(5000, (i) => `function f${i}(x) { return f${(i + 1) % 5000}(x); }`)}
export function g(x) { f0(x); eval(x); }`,
  ],
  [
    "a bundle of 3 MB on one line",
    "cut",
    `(()=>{${many(65_000, (i) => `var a${i}=function(b){return c(b+${i})+d[b]};`, "")}})()`,
  ],
  [
    "a list of 20,000",
    "code",
    `export function f(x) { eval([${many(20_000, () => "x", ",")}][3]); }`,
  ],
  [
    "an object of 20,000",
    "code",
    `export function f(x) { eval({ ${many(20_000, (i) => `k${i}: x`, ",")} }.k3); }`,
  ],
  [
    "an object of 20,000 spreads",
    "code",
    `export function f(x) { eval({ ${many(20_000, (i) => `...x.a${i % 50}`, ",")} }.k3); }`,
  ],
  ["lists 20,000 deep", "cut", `export const a = ${nested(20_000, "[", "x", "]")};`],
  ["objects 20,000 deep", "cut", `export const a = ${nested(20_000, "{a:", "x", "}")};`],
  ["calls 10,000 deep", "cut", `export function f(x) { eval(${nested(10_000, "g(", "x", ")")}); }`],
  ["a chain of 10,000 calls", "cut", `export function f(x) { g(x${".a(x)".repeat(10_000)}); }`],
  ["a sum of 10,000", "code", `export function f(x) { eval(${many(10_000, () => "x", "+")}); }`],
  [
    "a condition of 10,000 parts",
    "cut",
    `export function f(x) { if (${many(10_000, (i) => `x === "${i}"`, "||")}) g(x); }`,
  ],
  [
    "10,000 choices inside one another",
    "cut",
    `export function f(x) { g(${many(10_000, (i) => `x === ${i} ? x`, ":")} : 0); }`,
  ],
  [
    "5,000 classes that inherit one another",
    "cut",
    many(
      5000,
      (i) =>
        `class C${i}${i > 0 ? ` extends C${i - 1}` : ""} { m${i}(x) { return this.m${
          Math.max(i - 1, 0)
        }(x); } }`,
    ),
  ],
  [
    "40 functions that call the one before three times",
    "code",
    `export function f0(x) { eval(x); return [x, x]; }
${
      many(40, (i) =>
        `export function f${i + 1}(x) { f${i}(x); f${i}(x.a); return f${i}(x + "b"); }`)
    }`,
  ],
  [
    "loops 40 deep",
    "cut",
    `export function f(x) { ${many(40, (i) => `for (const a${i} of x) {`, "")} g(x); ${
      "}".repeat(40)
    } }`,
  ],
];

const PYTHON: readonly Case[] = [
  [
    "a match of 10,000 branches",
    "cut",
    `def f(x):\n  match x:\n${many(10_000, (i) => `    case "${i}":\n      y = g(x)`)}\n  eval(y)`,
  ],
  [
    "10,000 conditions that else to one another",
    "cut",
    `def f(x):\n  if x == "a":\n    a = x\n${
      many(10_000, (i) => `  elif x == "${i}":\n    a = x`)
    }`,
  ],
  [
    "a ring of 5,000 functions",
    "code",
    `${many(5000, (i) => `def f${i}(x):\n  return f${(i + 1) % 5000}(x)`)}
def g(x):\n  f0(x)\n  eval(x)`,
  ],
  ["1.5 MB on one line", "cut", many(100_000, (i) => `a${i % 100}=b(c,${i})`, ";")],
  ["a list of 20,000", "code", `def f(x):\n  eval([${many(20_000, () => "x", ",")}][3])`],
  [
    "a dictionary of 20,000",
    "code",
    `def f(x):\n  eval({${many(20_000, (i) => `"k${i}": x`, ",")}}["k3"])`,
  ],
  ["lists 20,000 deep", "cut", `a = ${nested(20_000, "[", "x", "]")}`],
  ["calls 10,000 deep", "cut", `def f(x):\n  eval(${nested(10_000, "g(", "x", ")")})`],
  ["a chain of 10,000 calls", "cut", `def f(x):\n  g(x${".a(x)".repeat(10_000)})`],
  ["a sum of 10,000", "code", `def f(x):\n  eval(${many(10_000, () => "x", "+")})`],
  [
    "5,000 classes that inherit one another",
    "cut",
    many(
      5000,
      (i) =>
        `class C${i}${
          i > 0 ? `(C${i - 1})` : ""
        }:\n  a${i}: str\n  def m${i}(self, x):\n    return self.a${Math.max(i - 1, 0)}`,
    ),
  ],
  [
    "40 classes that inherit the one before twice",
    "",
    `class C0:\n  a: str\n${
      many(40, (i) =>
        `class A${i}(C${i}):\n  pass\nclass B${i}(C${i}):\n  pass\nclass C${
          i + 1
        }(A${i}, B${i}):\n  def m(self):\n    return self.b`)
    }`,
  ],
];

const GO: readonly Case[] = [
  [
    "a switch of 10,000 branches",
    "cut",
    `package m\nfunc F(x string) { switch x {\n${many(10_000, (i) => `case "${i}": g(x)`)}\n} }`,
  ],
  [
    "10,000 branches that fall through",
    "cut",
    `package m\nfunc F(x string) { switch x {\n${
      many(10_000, (i) => `case "${i}": g(x); fallthrough`)
    }\ndefault: g(x)\n} }`,
  ],
  [
    "10,000 conditions that else to one another",
    "cut",
    `package m\nfunc F(x string) { ${many(10_000, (i) => `if x == "${i}" { g(x) }`, " else ")} }`,
  ],
  [
    "a ring of 5,000 functions",
    "program",
    `package m\nimport "os/exec"\n${
      many(5000, (i) => `func f${i}(x string) string { return f${(i + 1) % 5000}(x) }`)
    }\ntype T struct{}\nfunc (t T) G(x string) { f0(x); exec.Command(x) }`,
  ],
  [
    "1.5 MB on one line",
    "cut",
    `package m\nfunc F() { ${many(100_000, (i) => `a${i % 100}=b(c,${i})`, ";")} }`,
  ],
  [
    "a list of 20,000",
    "program",
    `package m\nimport "os/exec"\ntype T struct{}\nfunc (t T) F(x string) { exec.Command([]string{${
      many(20_000, () => "x", ",")
    }}[3]) }`,
  ],
  [
    "a map of 20,000",
    "program",
    `package m\nimport "os/exec"\ntype T struct{}\nfunc (t T) F(x string) { exec.Command(map[string]string{${
      many(20_000, (i) => `"k${i}": x`, ",")
    }}["k3"]) }`,
  ],
  ["literals 10,000 deep", "cut", `package m\nvar a = T${nested(10_000, "{T{", "x", "}}")}`],
  [
    "calls 10,000 deep",
    "cut",
    `package m\nfunc F(x string) { h(${nested(10_000, "g(", "x", ")")}) }`,
  ],
  [
    "a chain of 10,000 calls",
    "cut",
    `package m\nfunc F(x string) { x${".a(x)".repeat(10_000)} }`,
  ],
  [
    "a sum of 10,000",
    "program",
    `package m\nimport "os/exec"\ntype T struct{}\nfunc (t T) F(x string) { exec.Command(${
      many(10_000, () => "x", "+")
    }) }`,
  ],
  [
    "5,000 types that embed one another",
    "cut",
    `package m\n${
      many(5000, (i) =>
        `type C${i} struct { ${i > 0 ? `C${i - 1}` : ""} }
func (c C${i}) M${i}(x string) { c.M${Math.max(i - 1, 0)}(x) }`)
    }`,
  ],
];

for (
  const [language, cases] of [["javascript", SCRIPT], ["python", PYTHON], ["go", GO]] as const
) {
  for (const [name, expected, text] of cases) {
    Deno.test(`${language}: data flow ends on ${name}`, async () => {
      const { cut, kinds } = await outcomeOf(language, text);
      assert.equal([...cut ? ["cut"] : [], ...kinds].join(" "), expected);
    });
  }
}
