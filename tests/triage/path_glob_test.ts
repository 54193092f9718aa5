import assert from "node:assert/strict";
import { fitsGlob } from "../../src/triage/path_glob.ts";

Deno.test("fitsGlob() fits whole paths, at their boundaries", () => {
  const cases: readonly [glob: string, path: string, fits: boolean][] = [
    ["a.py", "a.py", true],
    ["./a.py", "a.py", true],
    ["a.py", "data.py", false],
    ["a.py", "src/a.py", false],
    ["src", "src/a.py", false],
    ["src/", "src/a.py", true],
    ["src/", "src/b/a.py", true],
    ["src/", "src", false],
    ["src/**", "src/b/a.py", true],
    ["src/**", "src", false],
    ["src/**", "src2/a.py", false],
    ["src/*", "src/b/a.py", false],
    ["src/*.py", "src/a.py", true],
    ["src/*.py", "src/a.pyc", false],
    ["**", "src/b/a.py", true],
    ["**/a.py", "a.py", true],
    ["**/a.py", "src/b/a.py", true],
    ["**/a.py", "src/b/xa.py", false],
    ["src/**/test/*.py", "src/test/a.py", true],
    ["src/**/test/*.py", "src/x/y/test/a.py", true],
    ["src/**/test/*.py", "src/x/y/a.py", false],
    ["a?.py", "ab.py", true],
    ["a?.py", "a.py", false],
    ["*", ".env", true],
    ["app/[id]/route.ts", "app/[id]/route.ts", true],
    ["app/[id]/route.ts", "app/i/route.ts", false],
    ["SRC/a.py", "src/a.py", false],
  ];
  for (const [glob, path, fits] of cases) {
    assert.equal(fitsGlob(glob, path), fits, `${glob} ${path}`);
  }
});

Deno.test("fitsGlob() takes no long time over hostile globs", () => {
  const start = performance.now();
  assert.equal(fitsGlob("*a".repeat(200), "a".repeat(4000) + "b"), false);
  assert.equal(fitsGlob("**/a/".repeat(90) + "b", "a/".repeat(2000) + "c"), false);
  assert.ok(performance.now() - start < 2000);
});
