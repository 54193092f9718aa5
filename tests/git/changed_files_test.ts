// Which files and lines git is understood to call changed.

import { deepStrictEqual as equal, rejects, strictEqual } from "node:assert/strict";
import { join } from "node:path";
import { Failure } from "../../src/core/mod.ts";
import { changedFiles, type Comparison, indexedText } from "../../src/git/mod.ts";
import { repositoryIn, withRepository } from "../support/repository.ts";
import { plant, withFolder } from "../support/temp_folder.ts";

function ask(folder: string, comparison: Comparison, withIgnored = false) {
  return changedFiles({ folder, comparison, withIgnored, env: {} });
}

async function changesSince(folder: string, ref?: string) {
  return Object.fromEntries((await ask(folder, { of: "worktree", ref })).files);
}

function lines(...numbers: readonly number[]): string {
  return numbers.map((number) => `line ${number}\n`).join("");
}

const TEN = lines(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

Deno.test("changedFiles() tells new lines, and those around lines that are gone", async () => {
  await withRepository(
    { "a.py": TEN, "b.py": TEN, "c.py": TEN, "d.py": TEN, "same.py": TEN },
    async ({ folder }) => {
      await plant(folder, {
        "a.py": TEN.replace("line 3\n", "new 3\n").replace("line 9\n", "new 9\nnew\n"),
        "b.py": TEN.replace("line 1\n", ""),
        "c.py": TEN.replace("line 5\n", ""),
        "d.py": TEN + "no line end",
      });
      equal(await changesSince(folder), {
        "a.py": [{ first: 3, last: 3 }, { first: 9, last: 10 }],
        "b.py": [{ first: 1, last: 1 }],
        "c.py": [{ first: 4, last: 5 }],
        "d.py": [{ first: 11, last: 11 }],
      });
    },
  );
});

Deno.test("changedFiles() is not misled by content that looks like a patch", async () => {
  const lure = "-- a/x.py\n++ b/x.py\n@@ -1 +90 @@\ndiff --git a/x b/x\n";
  await withRepository({ "a.py": TEN + lure, "z.py": TEN }, async ({ folder }) => {
    await plant(folder, {
      "a.py": `${TEN}++ b/x.py\n@@ -1 +50,9 @@\n+++ b/x.py\ndiff --git a/x.py b/x.py\n`,
      "z.py": TEN.replace("line 2\n", "two\n"),
    });
    const changes = await changesSince(folder);
    equal(Object.keys(changes), ["a.py", "z.py"]);
    equal(changes["z.py"], [{ first: 2, last: 2 }]);
    const last = changes["a.py"]!.at(-1);
    equal(typeof last === "object" && last.last <= 15, true);
  });
});

Deno.test("changedFiles() follows renames, and leaves out what is deleted", async () => {
  await withRepository({ "old.py": TEN, "gone.py": "x\n", "moved.py": lines(20, 21, 22) }, async (
    { folder, git },
  ) => {
    await git("mv", "old.py", "new.py");
    await git("mv", "moved.py", "as_is.py");
    await git("rm", "-q", "gone.py");
    await plant(folder, { "new.py": TEN.replace("line 4\n", "four\n") });
    equal(await changesSince(folder), { "as_is.py": [], "new.py": [{ first: 4, last: 4 }] });
  });
});

Deno.test("changedFiles() takes untracked files as wholes, ignored ones only when asked", async () => {
  await withRepository({ ".gitignore": "hidden.py\n", "a.py": "" }, async ({ folder }) => {
    await plant(folder, { "new/b.py": "x\n", "hidden.py": "x\n", "inner/c.py": "x\n" });
    await repositoryIn(join(folder, "inner")).git("init", "-q", ".");
    const told = await ask(folder, { of: "worktree", ref: "HEAD" });
    equal(Object.fromEntries(told.files), { "new/b.py": "whole" });
    equal(told.folders, ["inner/"]);
    const all = await ask(folder, { of: "worktree", ref: "HEAD" }, true);
    equal([...all.files.keys()].sort(), ["hidden.py", "new/b.py"]);
  });
});

Deno.test("changedFiles() reads names of any sort", async () => {
  const names = ["with space.py", 'quo"te.py', "tab\there.py", "line\nend.py", "é.py", "b/a.py"];
  const tree = Object.fromEntries(names.map((name) => [name, TEN]));
  await withRepository(tree, async ({ folder }) => {
    for (const name of names) await plant(folder, { [name]: TEN + "more\n" });
    const expected = names.map((name) => [name, [{ first: 11, last: 11 }]]);
    equal(await changesSince(folder), Object.fromEntries(expected));
  });
});

Deno.test("changedFiles() is not misled by attributes and UTF-16", async () => {
  const wide = (text: string) =>
    new Uint8Array([255, 254, ...[...text].flatMap((char) => [char.charCodeAt(0), 0])]);
  await withRepository(
    { ".gitattributes": "*.py -diff\n", "a.py": TEN, "b.ts": wide("one\ntwo\n") },
    async ({ folder }) => {
      await plant(folder, { "a.py": TEN + "more\n", "b.ts": wide("one\nnew\n") });
      equal(await changesSince(folder), { "a.py": [{ first: 11, last: 11 }], "b.ts": "whole" });
    },
  );
});

Deno.test("changedFiles() starts at the merge base with the default branch", async () => {
  await withRepository({ "a.py": TEN, "b.py": TEN }, async ({ folder, git, commit }) => {
    await git("checkout", "-q", "-b", "topic");
    await commit({ "a.py": TEN + "topic\n" });
    await git("checkout", "-q", "main");
    await commit({ "b.py": TEN + "main\n" });
    await git("checkout", "-q", "topic");
    const told = await ask(folder, { of: "worktree", ref: undefined });
    equal(Object.fromEntries(told.files), { "a.py": [{ first: 11, last: 11 }] });
    const base = (await git("merge-base", "main", "topic")).slice(0, 10);
    strictEqual(told.since, `the merge base with main (${base})`);
    await git("update-ref", "refs/remotes/origin/trunk", "topic");
    await git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/trunk");
    equal(await changesSince(folder), {});
  });
});

Deno.test("changedFiles() looks at the folder it is asked about, with paths from there", async () => {
  await withRepository({ "in/a.py": TEN, "out.py": TEN }, async ({ folder }) => {
    await plant(folder, { "in/a.py": "x\n", "out.py": "x\n", "in/new.py": "", "new.py": "" });
    equal(Object.keys(await changesSince(join(folder, "in"))), ["a.py", "new.py"]);
  });
});

Deno.test("changedFiles() tells what is staged, and gives its text where the file differs", async () => {
  await withRepository({ "a.py": TEN, "b.py": TEN }, async ({ folder, git }) => {
    const staged = TEN.replace("line 2\n", "staged\n");
    await plant(folder, { "a.py": staged });
    await git("add", "a.py");
    await plant(folder, { "a.py": `first\n${staged}`, "b.py": "x\n", "new.py": "x\n" });
    const told = await ask(folder, { of: "staged" });
    equal(Object.fromEntries(told.files), { "a.py": [{ first: 2, last: 2 }] });
    equal([...told.indexed.keys()], ["a.py", "b.py"]);
    const blob = told.indexed.get("a.py")!;
    const bytes = await indexedText(told, { blob, limit: 1000 });
    strictEqual(new TextDecoder().decode(bytes), staged);
    strictEqual(await indexedText(told, { blob, limit: 10 }), undefined);
  });
});

Deno.test("changedFiles() compares what is staged before the first commit", async () => {
  await withFolder({ "a.py": "x\n" }, async (folder) => {
    const { git } = repositoryIn(folder);
    await git("init", "-q", ".");
    await git("add", "a.py");
    equal(Object.fromEntries((await ask(folder, { of: "staged" })).files), { "a.py": "whole" });
    await fails(ask(folder, { of: "worktree", ref: undefined }), "unknown-ref", /none yet/);
  });
});

Deno.test("changedFiles() names submodules and does not enter them", async () => {
  await withRepository({ "a.py": "x\n" }, async (inner) => {
    await withRepository({ "b.py": "x\n" }, async ({ folder, git, commit }) => {
      await git("-c", "protocol.file.allow=always", "submodule", "add", "-q", inner.folder, "sub");
      await commit({});
      await plant(folder, { "sub/a.py": "changed\n", "b.py": "changed\n" });
      const told = await ask(folder, { of: "worktree", ref: "HEAD" });
      equal([[...told.files.keys()], told.submodules], [["b.py"], ["sub/"]]);
    });
  });
});

Deno.test("changedFiles() says what is wrong with a repository or a ref", async () => {
  await withFolder({ "a.py": "" }, async (folder) => {
    const none = ask(folder, { of: "worktree", ref: undefined });
    await fails(none, "no-repository", /^Expected a git repository/);
  });
  await withRepository({ "a.py": "1\n" }, async ({ folder, git, commit }) => {
    for (const ref of ["nope", "--output=x", "-x", "a b", "HEAD:a.py"]) {
      await fails(ask(folder, { of: "worktree", ref }), "unknown-ref", /^Could not find a commit/);
    }
    await commit({ "a.py": "2\n" });
    await git("checkout", "-q", "--orphan", "apart");
    await commit({});
    const apart = ask(folder, { of: "worktree", ref: "main" });
    await fails(apart, "no-merge-base", /^HEAD and "main" have no commit in common$/);
    await withFolder({}, async (other) => {
      const { git: run } = repositoryIn(other);
      await run("clone", "-q", "--bare", folder, "bare");
      const bare = ask(join(other, "bare"), { of: "worktree", ref: undefined });
      await fails(bare, "no-repository", /^The repository is bare/);
      await git("checkout", "-q", "main");
      await git("checkout", "-q", "-b", "topic");
      await commit({ "a.py": "3\n" });
      await git("checkout", "-q", "main");
      await commit({ "a.py": "4\n" });
      const from = ["--depth=1", "--no-single-branch", `file://${folder}`];
      await run("clone", "-q", ...from, "shallow");
      const shallow = ask(join(other, "shallow"), { of: "worktree", ref: "origin/topic" });
      await fails(shallow, "no-merge-base", /^The clone is shallow/);
    });
  });
});

async function fails(asked: Promise<unknown>, kind: string, message: RegExp): Promise<void> {
  await rejects(asked, (error) => {
    if (!(error instanceof Failure)) throw error;
    equal([error.kind, message.test(error.message)], [kind, true], error.message);
    return true;
  });
}
