// Which file an import means: by paths alone, and by what the project files of a target say.

import assert from "node:assert/strict";
import { type Module, type ProgramFile, projectFacts } from "../../src/flow/mod.ts";
import { resolver } from "../../src/flow/resolve.ts";

type Texts = Readonly<Record<string, string>>;

function languageOf(path: string): Module["language"] {
  return path.endsWith(".py") ? "python" : path.endsWith(".go") ? "go" : "script";
}

/** What `names` of `from` mean among `paths`, with the project files `texts`. */
function meant(
  paths: readonly string[],
  texts: Texts,
  { from, names }: { from: string; names: readonly string[] },
): (string | undefined)[] {
  const files = new Map(paths.map((path): [string, ProgramFile] => {
    return [path, { path, module: { language: languageOf(path), body: [], cut: false } }];
  }));
  const resolve = resolver(files, projectFacts(paths, (path) => texts[path]));
  return names.map((name) => resolve(from, name));
}

/** `files`, project files, and by importing file what each name means there. */
type Case = readonly [
  name: string,
  files: readonly string[],
  texts: Texts,
  expected: Readonly<Record<string, Readonly<Record<string, string | undefined>>>>,
];

const json = (value: unknown): string => JSON.stringify(value);

const CASES: readonly Case[] = [
  [
    "paths of a tsconfig with comments and trailing commas",
    ["src/a.ts", "src/lib/run.ts", "src/lib/index.ts"],
    {
      "tsconfig.json":
        '{\n  // names\n  "compilerOptions": { "paths": { "@/*": ["./src/*"], "@lib": ["src/lib"], }, },\n}',
    },
    {
      "src/a.ts": {
        "@/lib/run": "src/lib/run.ts",
        "@/lib/run.js": "src/lib/run.ts",
        "@lib": "src/lib/index.ts",
        "@other": undefined,
        "@/none": undefined,
      },
    },
  ],
  [
    "the whole name before a pattern, and the longest pattern first",
    ["a.ts", "one/x.ts", "two/x.ts", "three/x.ts"],
    {
      "tsconfig.json": json({
        compilerOptions: { paths: { "~/*": ["one/*"], "~/deep/*": ["two/*"], "~/x": ["three/x"] } },
      }),
    },
    { "a.ts": { "~/x": "three/x.ts", "~/deep/x": "two/x.ts" } },
  ],
  [
    "the second place where the first has no such file",
    ["a.ts", "gen/x.ts", "src/y.ts"],
    { "tsconfig.json": json({ compilerOptions: { paths: { "@/*": ["src/*", "gen/*"] } } }) },
    { "a.ts": { "@/x": "gen/x.ts", "@/y": "src/y.ts" } },
  ],
  [
    "paths from baseUrl, and any name from it",
    ["app/src/a.ts", "app/src/run.ts", "app/src/fs.ts", "app/src/lib/b.ts"],
    {
      "app/tsconfig.json": json({
        compilerOptions: { baseUrl: "./src", paths: { "#/*": ["lib/*"] } },
      }),
    },
    {
      "app/src/a.ts": {
        run: "app/src/run.ts",
        "#/b": "app/src/lib/b.ts",
        // Node.js has it itself.
        fs: undefined,
        zod: undefined,
      },
    },
  ],
  [
    "a tsconfig for the files below it alone, nearest first",
    ["a/x.ts", "a/src/y.ts", "b/x.ts", "src/y.ts"],
    {
      "tsconfig.json": json({ compilerOptions: { paths: { "@/*": ["src/*"] } } }),
      "a/tsconfig.json": json({ compilerOptions: { paths: { "@/*": ["src/*"] } } }),
    },
    { "a/x.ts": { "@/y": "a/src/y.ts" }, "b/x.ts": { "@/y": "src/y.ts" } },
  ],
  [
    "what a tsconfig extends, seen from there",
    ["app/a.ts", "shared/run.ts", "app/here/z.ts"],
    {
      "app/tsconfig.json": json({ extends: ["../config/base", "../config/none.json"] }),
      "config/base.json": json({ extends: "./more.json" }),
      "config/more.json": json({
        compilerOptions: { paths: { "@s/*": ["../shared/*"], "@h/*": ["${configDir}/here/*"] } },
      }),
    },
    { "app/a.ts": { "@s/run": "shared/run.ts", "@h/z": "app/here/z.ts" } },
  ],
  [
    "what a tsconfig only refers to",
    ["src/a.ts", "src/b.ts"],
    {
      "tsconfig.json": json({ files: [], references: [{ path: "./tsconfig.app.json" }] }),
      "tsconfig.app.json": json({ compilerOptions: { paths: { "@/*": ["./src/*"] } } }),
    },
    { "src/a.ts": { "@/b": "src/b.ts" } },
  ],
  [
    "the imports of a package.json, under conditions",
    ["src/a.ts", "src/internal/run.ts", "src/node.ts", "other/a.ts"],
    {
      "src/package.json": json({
        imports: {
          "#internal/*": "./internal/*.js",
          "#platform": { browser: "./none.js", node: { import: "./node.js" } },
          "#library": "pkg",
        },
      }),
    },
    {
      "src/a.ts": {
        "#internal/run": "src/internal/run.ts",
        "#platform": "src/node.ts",
        "#library": undefined,
      },
      "other/a.ts": { "#platform": undefined },
    },
  ],
  [
    "packages of one repository, of which only the source is there",
    [
      "packages/core/src/index.ts",
      "packages/core/src/shell/run.ts",
      "packages/core/src/extra.ts",
      "packages/plain/index.js",
      "packages/typed/src/main.ts",
      "apps/server/src/a.ts",
    ],
    {
      "packages/core/package.json": json({
        name: "@acme/core",
        exports: {
          ".": { types: "./dist/index.d.ts", import: "./dist/index.js" },
          "./shell/*": { import: "./dist/esm/shell/*.js", require: "./dist/cjs/shell/*.cjs" },
        },
      }),
      "packages/plain/package.json": json({ name: "plain" }),
      "packages/typed/package.json": json({ name: "typed", main: "lib/main", types: "lib/x.d.ts" }),
    },
    {
      "apps/server/src/a.ts": {
        "@acme/core": "packages/core/src/index.ts",
        "@acme/core/shell/run": "packages/core/src/shell/run.ts",
        "@acme/core/extra": "packages/core/src/extra.ts",
        plain: "packages/plain/index.js",
        typed: "packages/typed/src/main.ts",
        "@acme/other": undefined,
        "plain-other": undefined,
      },
    },
  ],
  [
    "the compiled file where it is there",
    ["p/dist/index.js", "p/src/index.ts", "bin/a.js"],
    { "p/package.json": json({ name: "p", main: "./dist/index.js" }) },
    { "bin/a.js": { p: "p/dist/index.js", "../p/dist/other.js": undefined } },
  ],
  [
    "a launcher's import of what is compiled",
    ["bin/cli.js", "src/index.ts"],
    {},
    {
      "bin/cli.js": { "../dist/index.js": "src/index.ts", "../build/src/index.js": "src/index.ts" },
    },
  ],
  [
    "the import map and the name of a deno.json",
    ["a.ts", "src/run.ts", "lib/mod.ts"],
    {
      "deno.json": json({ imports: { "@/": "./src/", run: "./src/run.ts", zod: "npm:zod@4" } }),
      "lib/deno.jsonc": '{ "name": "@acme/lib", /* one */ "exports": "./mod.ts" }',
    },
    {
      "a.ts": {
        "@/run.ts": "src/run.ts",
        run: "src/run.ts",
        "@acme/lib": "lib/mod.ts",
        zod: undefined,
      },
    },
  ],
  [
    "packages of Go modules, the longest path first",
    ["main.go", "internal/run/run.go", "tools/gen/main.go", "tools/gen/run/x.go"],
    {
      "go.mod":
        "module example.com/app // ours\n\ngo 1.24\n\nrequire (\n\tgithub.com/a/b v1.0.0\n)\n",
      "tools/gen/go.mod": 'module "example.com/app/gen"\n',
    },
    {
      "main.go": {
        "example.com/app": "main.go",
        "example.com/app/internal/run": "internal/run/run.go",
        "example.com/app/gen/run": "tools/gen/run/x.go",
        "example.com/application": undefined,
        "github.com/a/b": undefined,
        "internal/run": undefined,
      },
    },
  ],
  [
    "modules that a go.mod takes from a folder",
    ["app/main.go", "lib/x/x.go", "other/o.go"],
    {
      "app/go.mod":
        "module example.com/app\nreplace (\n\texample.com/lib v1.2.3 => ../lib\n\texample.com/o => example.com/fork v1\n)\nreplace example.com/far => ../../far\n",
    },
    {
      "app/main.go": {
        "example.com/lib/x": "lib/x/x.go",
        "example.com/o": undefined,
        "example.com/far": undefined,
      },
    },
  ],
  [
    "Go modules of one name, each for its own files",
    ["one/main.go", "one/run/r.go", "two/main.go", "two/run/r.go"],
    { "one/go.mod": "module example", "two/go.mod": "module example" },
    {
      "one/main.go": { "example/run": "one/run/r.go" },
      "two/main.go": { "example/run": "two/run/r.go" },
    },
  ],
];

for (const [name, files, texts, expected] of CASES) {
  Deno.test(`resolver() knows ${name}`, () => {
    const found = Object.entries(expected).map(([from, each]) => {
      const names = Object.keys(each);
      const paths = meant(files, texts, { from, names });
      return [from, Object.fromEntries(names.map((module, i) => [module, paths[i]]))];
    });
    assert.deepEqual(Object.fromEntries(found), expected);
  });
}

const DEEP = "[".repeat(100_000);

const HOSTILE: readonly [name: string, texts: Texts][] = [
  ["are no JSON", { "tsconfig.json": "{{{", "package.json": "\0", "go.mod": "module\nreplace (" }],
  ["are of another shape", {
    "tsconfig.json": json({ extends: 5, references: {}, compilerOptions: { paths: [["a"]] } }),
    "jsconfig.json": "[1]",
    "package.json": json({ name: {}, exports: [null, 5, { a: [{}] }], imports: "#a" }),
    "deno.json": json({ imports: { a: {}, b: [] }, name: 5 }),
  }],
  ["are nested without end", {
    "tsconfig.json": `{"compilerOptions":{"paths":${DEEP}`,
    "package.json": `{"exports":${DEEP}`,
  }],
  ["extend one another in a ring", {
    "tsconfig.json": json({ extends: ["./a.json", "./tsconfig.json"] }),
    "a.json": json({ extends: "./tsconfig", references: [{ path: "./a.json" }] }),
  }],
  ["lead out of the target", {
    "tsconfig.json": json({
      extends: ["/etc/a.json", "../a.json", "C:\\a.json"],
      compilerOptions: { baseUrl: "../..", paths: { a: ["../a", "/a", "C:/a", "x/../../a"] } },
    }),
    "package.json": json({ name: "../a", main: "../../a", imports: { "#a": "/a" } }),
    "go.mod": "module x\nreplace a => ../../a\n",
  }],
  ["speak of prototypes", {
    "tsconfig.json":
      '{"__proto__": {"compilerOptions": {"paths": {"a": ["b"]}}}, "compilerOptions": {"__proto__": {"paths": {"a": ["b"]}}, "paths": {"__proto__": ["none"], "constructor": 5}}}',
    "package.json": '{"__proto__": {"name": "a", "main": "b"}, "name": "__proto__x"}',
  }],
  ["hold names with many stars", {
    "tsconfig.json": json({
      compilerOptions: { paths: { "a**": ["b*"], "*a*": ["b"], a: ["b**"] } },
    }),
  }],
];

for (const [name, texts] of HOSTILE) {
  Deno.test(`projectFacts() takes no harm from files that ${name}`, () => {
    const names = ["a", "a/b", "#a", "__proto__", "constructor", "../a"];
    const asked: string[] = [];
    projectFacts(["s/a.ts", "b.ts", "g.go"], (path) => {
      asked.push(path);
      return texts[path];
    });
    assert.deepEqual(asked.filter((path) => /^\/|\.\.|:/.test(path)), []);
    assert.deepEqual(
      meant(["s/a.ts", "b.ts", "g.go"], texts, { from: "s/a.ts", names }),
      names.map(() => undefined),
    );
  });
}

Deno.test("projectFacts() stays quick with many names and files that extend many", () => {
  const folders = Array.from({ length: 300 }, (_, i) => `f${i}`);
  const paths = Object.fromEntries(
    Array.from({ length: 5000 }, (_, i) => [`n${i}/*/x`, Array(100).fill("../src/*")]),
  );
  const extended = folders.map((folder) => `../${folder}/tsconfig.json`);
  const text = json({ extends: extended, compilerOptions: { paths } });
  let reads = 0;
  const files = folders.map((folder) => `${folder}/a.ts`);
  const facts = projectFacts(files, (path) => {
    reads++;
    return path === "f0/tsconfig.json" ? text : path.endsWith("tsconfig.json") ? "{}" : undefined;
  });
  assert.equal(reads, 301 * 5);
  assert.equal(facts.aliases.get("f0")!.length, 5000);
  assert.equal(facts.aliases.get("f0")![0]!.targets.length, 20);
});
