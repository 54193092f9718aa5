// Cases written by hand in testdata/flows: each file, or folder of files, is a small server. Its
// comments `expect: evidence kind` are exactly the flows that it has, each at its line.

import assert from "node:assert/strict";
import { flowsIn } from "./_flows.ts";

const ROOT = new URL("../../testdata/flows/", import.meta.url);
/** What else stands in a case tells where packages are: `go.mod`, `package.json`. */
const CODE = /\.(?:py|go|tsx?|[cm]?js)$/;
const EXPECT = /(?:#|\/\/)\s*expect:\s*(.+?)\s*$/;

interface Case {
  /** `python/guard_prefix_near`. */
  readonly name: string;
  /** By path within the case. */
  readonly files: Readonly<Record<string, string>>;
}

function entriesOf(url: URL): Deno.DirEntry[] {
  return [...Deno.readDirSync(url)].toSorted((a, b) => a.name < b.name ? -1 : 1);
}

function filesBelow(url: URL, before = ""): [path: string, text: string][] {
  return entriesOf(url).flatMap(({ name, isDirectory }): [string, string][] =>
    isDirectory
      ? filesBelow(new URL(`${name}/`, url), `${before}${name}/`)
      : [[before + name, Deno.readTextFileSync(new URL(name, url))]]
  );
}

function casesOf(language: string): Case[] {
  const folder = new URL(`${language}/`, ROOT);
  return entriesOf(folder).map(({ name, isDirectory }) => ({
    name: `${language}/${isDirectory ? name : name.replace(/\.\w+$/, "")}`,
    files: isDirectory
      ? Object.fromEntries(filesBelow(new URL(`${name}/`, folder)))
      : { [name]: Deno.readTextFileSync(new URL(name, folder)) },
  }));
}

/** As `flowsIn` says it. */
function expectedIn(files: Case["files"]): string[] {
  const many = Object.keys(files).filter((path) => CODE.test(path)).length > 1;
  return Object.entries(files).flatMap(([path, text]) =>
    text.split("\n").flatMap((line, index) =>
      (EXPECT.exec(line)?.[1] ?? "").split(";").filter((flow) => flow !== "").map((flow) =>
        `${flow.trim()} ${many ? `${path}:` : ""}${index + 1}`
      )
    )
  );
}

const CASES = entriesOf(ROOT).flatMap(({ name }) => casesOf(name));
const BY_NAME = new Map(CASES.map((each) => [each.name, each]));

for (const { name, files } of CASES) {
  Deno.test(`flow case ${name}`, async () => {
    assert.deepEqual((await flowsIn(files)).toSorted(), expectedIn(files).toSorted());
  });
}

Deno.test("flow cases have names of their own and say what they are about", () => {
  assert.equal(BY_NAME.size, CASES.length);
  for (const { name, files } of CASES) {
    assert.ok(Object.values(files).some((text) => /^(?:#|\/\/) \S.{8,}\n/.test(text)), name);
  }
});

Deno.test("flow cases have a true twin for each near miss of a guard", () => {
  const guards = CASES.filter(({ name }) => /\/guard_/.test(name));
  const near = guards.filter(({ name }) => name.endsWith("_near"));
  const twins = guards.filter(({ name }) => name.endsWith("_true"));
  assert.equal(guards.length, near.length + twins.length);
  for (const { name, files } of near) {
    assert.ok(expectedIn(files).length > 0, `${name} expects something`);
    assert.ok(BY_NAME.has(name.replace(/near$/, "true")), `${name} has a twin`);
  }
  for (const { name, files } of twins) {
    assert.deepEqual(expectedIn(files), [], name);
    assert.ok(BY_NAME.has(name.replace(/true$/, "near")), `${name} has a twin`);
  }
});

/** So many cases, and among them so many pairs of guards, there are at least. */
const LEAST: Readonly<Record<string, readonly [cases: number, pairs: number]>> = {
  python: [240, 80],
  script: [240, 80],
  go: [120, 35],
};

for (const [language, [cases, pairs]] of Object.entries(LEAST)) {
  Deno.test(`flow cases of ${language} are many`, () => {
    const all = CASES.filter(({ name }) => name.startsWith(`${language}/`));
    const near = all.filter(({ name }) => name.endsWith("_near"));
    assert.ok(all.length >= cases, `${all.length} cases of at least ${cases}`);
    assert.ok(near.length >= pairs, `${near.length} pairs of at least ${pairs}`);
  });
}
