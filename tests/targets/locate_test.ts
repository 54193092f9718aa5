import { deepEqual, equal, match, rejects } from "node:assert/strict";
import { join } from "node:path";
import { Failure } from "../../src/core/mod.ts";
import { discoverIn, pathsOf, run, withTree } from "./_tree.ts";

const CHILD = join(import.meta.dirname!, "_child.ts");

/** What `discover()` comes to in a process with `permissions`, which could ask but must not. */
async function discoverUnder(permissions: readonly string[], args: readonly string[]) {
  const output = await run(Deno.execPath(), ["run", "--quiet", ...permissions, CHILD, ...args]);
  return JSON.parse(output);
}

Deno.test("discover() tells of all bad targets at once, with names made safe", async () => {
  await withTree({ "a.py": "" }, async (folder) => {
    await rejects(discoverIn(folder, { targets: ["gone", ".", "a.py/x", "\x1b[2J"] }), (error) => {
      equal(error instanceof Failure && error.kind, "target-missing");
      equal(
        error instanceof Failure && error.message,
        'Could not read "gone": no such file or folder, "a.py/x": no such file or folder, ' +
          '"<U+001B>[2J": no such file or folder',
      );
      return true;
    });
    await Deno.symlink("loop", `${folder}/loop`);
    await rejects(discoverIn(folder, { targets: ["loop"] }), { kind: "target-unreadable" });
    await Deno.symlink("nowhere", `${folder}/broken`);
    await rejects(discoverIn(folder, { targets: ["broken"] }), { kind: "target-missing" });
  });
});

Deno.test("discover() names the Deno flag that a target needs", async () => {
  await withTree({ "a/a.py": "", "b/b.py": "" }, async (folder) => {
    const failure = await discoverUnder([`--allow-read=${folder}/a`], [folder, "a", "b", "gone"]);
    equal(failure.kind, "target-unreadable");
    match(failure.message, /"b": not allowed by Deno's permissions/);
    equal(failure.hint, `Add --allow-read=${folder}/b,${folder}/gone`);
    const hostile = await discoverUnder([`--allow-read=${folder}/a`], [folder, "\x1b[2J"]);
    equal(hostile.hint, `Add --allow-read=${folder}/<U+001B>[2J`);
  });
});

Deno.test("discover() checks where a link leads before it reads there", async () => {
  await withTree({ "a/": "", "b/b.py": "" }, async (folder) => {
    await Deno.symlink("../b", `${folder}/a/link`);
    const failure = await discoverUnder([`--allow-read=${folder}/a`], [folder, "a/link"]);
    equal(failure.kind, "target-unreadable");
  });
});

Deno.test("discover() ends its search upwards at a folder it may not read", async () => {
  await withTree({ "package.json": "{}", "src/a.py": "", "src/dist/b.js": "" }, async (folder) => {
    await run("git", ["init", "-q"], { cwd: folder });
    const found = await discoverUnder([`--allow-read=${folder}/src`], [folder, "src"]);
    equal(found.root, `${folder}/src`);
    deepEqual(found.files.map((file: { path: string }) => file.path), ["a.py"]);
  });
});

Deno.test("discover() counts what it may not read below a target and goes on", async () => {
  await withTree({ "a.py": "", "shut/b.py": "", "tool": "" }, async (folder) => {
    const permissions = [`--allow-read=${folder}`, `--deny-read=${folder}/shut,${folder}/tool`];
    const found = await discoverUnder(permissions, [folder, "."]);
    deepEqual(found.skipped, { unreadable: 2 });
    deepEqual(
      found.diagnostics,
      ["shut", "tool"].map((file) => ({
        kind: "unreadable",
        file,
        message: `Could not read "${file}": not allowed by Deno's permissions`,
      })).sort((a, b) => a.file < b.file ? 1 : -1),
    );
    equal(found.files.length, 1);
  });
});

Deno.test("discover() agrees on paths wherever in a git repository it starts", async () => {
  await withTree({ "src/deep/a.py": "" }, async (folder) => {
    await run("git", ["init", "-q"], { cwd: folder });
    for (const targets of [["."], ["src"], ["src/deep"], ["src/deep/a.py"]]) {
      const discovery = await discoverIn(folder, { targets });
      equal(discovery.root, folder);
      deepEqual(pathsOf(discovery), ["src/deep/a.py"]);
    }
  });
});

Deno.test("discover() takes a .git file for a top level too", async () => {
  await withTree({ "tree/.git": "gitdir: elsewhere\n", "tree/src/a.py": "" }, async (folder) => {
    equal((await discoverIn(folder, { targets: ["tree/src"] })).root, `${folder}/tree`);
  });
});

Deno.test("discover() makes the target folder the root where there is no git", async () => {
  await withTree({ "src/deep/a.py": "" }, async (folder) => {
    equal((await discoverIn(folder, { targets: ["src"] })).root, `${folder}/src`);
    const file = await discoverIn(folder, { targets: ["src/deep/a.py"] });
    equal(file.root, `${folder}/src/deep`);
    deepEqual(pathsOf(file), ["a.py"]);
  });
});

Deno.test("discover() makes the deepest common folder the root of several targets", async () => {
  await withTree({ "x/one/a.py": "", "x/two/b.py": "", "x/twofold/c.py": "" }, async (folder) => {
    const discovery = await discoverIn(folder, { targets: ["x/two", "x/one", "x/twofold"] });
    equal(discovery.root, `${folder}/x`);
    deepEqual(pathsOf(discovery), ["one/a.py", "two/b.py", "twofold/c.py"]);
  });
});

Deno.test("discover() makes paths relative to --root, which must hold the targets", async () => {
  await withTree({ "x/one/a.py": "", "x/onefold/": "" }, async (folder) => {
    const discovery = await discoverIn(folder, { targets: ["x/one"], root: "." });
    equal(discovery.root, folder);
    deepEqual(pathsOf(discovery), ["x/one/a.py"]);
    for (const root of ["x/onefold", "x/one/a.py"]) {
      await rejects(discoverIn(folder, { targets: ["x/one"], root }), { kind: "usage" });
    }
    await rejects(discoverIn(folder, { root: "gone" }), { kind: "usage" });
  });
});

Deno.test("discover() follows a target that is a link", async () => {
  await withTree({ "real/a.py": "" }, async (folder) => {
    await Deno.symlink("real", `${folder}/link`);
    const discovery = await discoverIn(folder, { targets: ["link"] });
    deepEqual([discovery.root, pathsOf(discovery)], [`${folder}/real`, ["a.py"]]);
  });
});
