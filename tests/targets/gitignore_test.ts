import { deepEqual, equal } from "node:assert/strict";
import { isIgnored, parseIgnoreLines } from "../../src/targets/_gitignore.ts";
import { discoverIn, pathsOf, run, withTree } from "./_tree.ts";

const LINES = [
  ..."*.log|!keep.log|/top.txt|sub/in.txt|folder/|**/deep|a/**|a/**/z|x/*/y|**/m/n|q/**/".split(
    "|",
  ),
  ..."[ab].c|[!ab].d|[^ab].e|[a-c]x|[]-]f|[a\\-z]g|[[:digit:]]h|[[:nope:]]i|[unclosed".split("|"),
  ..."\\#hash|\\!bang|#comment|trail   |kept\\ |dos\r|end\\|?q|a?b|**name|na**me|*/one|/|//|!"
    .split(
      "|",
    ),
  ..."*a*b*c|{x,y}|a\\*b|Case|\u00fcml*|foo//bar|./dot|../up|[z-a]j|[\\]]k|**|!**/|*/".split("|"),
];
const PATHS = [
  ..."x.log|keep.log|s/keep.log|top.txt|s/top.txt|sub/in.txt|s/sub/in.txt|s/folder/f|folder".split(
    "|",
  ),
  ..."deep|s/deep|s/deep/f|a/f|a/z|a/b/z|a/b/c/z|x/y|x/1/y|x/1/2/y|m/n|s/m/n|q/f|q/r/f".split("|"),
  ..."a.c|c.c|a.d|c.d|a.e|c.e|bx|dx|]f|-f|-g|bg|1h|xh|1i|[unclosed|#hash|!bang|#comment".split("|"),
  ..."trail|trail   |kept |kept|dos|end|end\\|qq|q|aab|a-b|myname|name|naXme|s/one|one".split("|"),
  ..."1a2b3c|abc|acb|{x,y}|x|a*b|axb|Case|case|\u00fcmlaut|foo/bar|dot|bj|]k|dir/sub/f".split("|"),
].filter((path, _, all) => !all.some((other) => other.startsWith(`${path}/`)));

Deno.test("isIgnored() agrees with git on every line and path of the table", async () => {
  await withTree(Object.fromEntries(PATHS.map((path) => [path, ""])), async (folder) => {
    await run("git", ["init", "-q"], { cwd: folder });
    for (const line of LINES) {
      await Deno.writeTextFile(`${folder}/.gitignore`, `${line}\n`);
      const listed = await run(
        "git",
        [
          "-c",
          "core.excludesFile=",
          "ls-files",
          "-z",
          "--others",
          "--exclude-per-directory=.gitignore",
        ],
        { cwd: folder },
      );
      const expected = new Set(listed.split("\0"));
      const files = [{ folder, lines: parseIgnoreLines(`${line}\n`) }];
      const kept = PATHS.filter((path) => {
        const names = path.split("/");
        return !names.some((_, i) =>
          isIgnored(`${folder}/${names.slice(0, i + 1).join("/")}`, {
            files,
            isFolder: i < names.length - 1,
          })
        );
      });
      deepEqual(kept, PATHS.filter((path) => expected.has(path)), JSON.stringify(line));
    }
  });
});

Deno.test("isIgnored() is not slowed down by a hostile line", () => {
  const lines = parseIgnoreLines(`${"*a".repeat(100)}b\n${"**/a/".repeat(100)}b\n`);
  const path = `/r/${"a/".repeat(500)}${"a".repeat(250)}`;
  const start = performance.now();
  equal(isIgnored(path, { files: [{ folder: "/r", lines }], isFolder: false }), false);
  equal(performance.now() - start < 500, true);
});

Deno.test("discover() honours nested .gitignore files with negation as git does", async () => {
  await withTree({
    ".gitignore": "*.json\n/private/\nsub/x/\n",
    "a.json": "",
    "a.py": "",
    "private/a.py": "",
    "sub/.gitignore": "!keep.json\n!x/\n/gone.py\n",
    "sub/keep.json": "",
    "sub/other.json": "",
    "sub/gone.py": "",
    "sub/x/in.py": "",
    "sub/deep/gone.py": "",
    "sub/private/a.py": "",
  }, async (folder) => {
    await run("git", ["init", "-q"], { cwd: folder });
    const discovery = await discoverIn(folder);
    deepEqual(pathsOf(discovery), [
      "a.py",
      "sub/deep/gone.py",
      "sub/keep.json",
      "sub/private/a.py",
      "sub/x/in.py",
    ]);
    equal(discovery.skipped.ignored, 4);
    equal((await discoverIn(folder, { ignore: false })).skipped.ignored, undefined);
    deepEqual(pathsOf(await discoverIn(folder, { targets: ["sub"] })), pathsOf(discovery).slice(1));
  });
});

Deno.test("discover() gives the .gitignore above no say over a target it ignores", async () => {
  await withTree({
    ".gitignore": "/out-of-git/\n*.json\n",
    "out-of-git/a.json": "",
    "out-of-git/sub/b.py": "",
    "out-of-git/sub/.gitignore": "c.py\n",
    "out-of-git/sub/c.py": "",
  }, async (folder) => {
    await run("git", ["init", "-q"], { cwd: folder });
    const targets = ["out-of-git"];
    deepEqual(pathsOf(await discoverIn(folder, { targets })), [
      "out-of-git/a.json",
      "out-of-git/sub/b.py",
    ]);
    const below = await discoverIn(folder, { targets: ["out-of-git/sub", "out-of-git/a.json"] });
    deepEqual(pathsOf(below), ["out-of-git/a.json", "out-of-git/sub/b.py"]);
  });
});

Deno.test("discover() lets no foreign repository hide files by .gitignore", async () => {
  await withTree({
    "mine/a.py": "",
    "theirs/.gitignore": "*\n",
    "theirs/b.py": "",
    "none/.gitignore": "*\n",
    "none/c.py": "",
  }, async (folder) => {
    await run("git", ["init", "-q"], { cwd: `${folder}/mine` });
    await run("git", ["init", "-q"], { cwd: `${folder}/theirs` });
    const cwd = `${folder}/mine`;
    deepEqual(pathsOf(await discoverIn(folder, { cwd, targets: ["../theirs"] })), ["b.py"]);
    deepEqual(pathsOf(await discoverIn(folder, { cwd, targets: ["../none"] })), ["c.py"]);
    deepEqual(pathsOf(await discoverIn(`${folder}/none`)), ["c.py"]);
  });
});

Deno.test("discover() lets no repository within the user's hide files of its own", async () => {
  await withTree({
    ".gitignore": "/gone/\n",
    "gone/a.py": "",
    "sub/.gitignore": "b.py\n",
    "sub/b.py": "",
    "sub/theirs/.gitignore": "*\n",
    "sub/theirs/b.py": "",
    "sub/theirs/deep/.gitignore": "*\n",
    "sub/theirs/deep/c.py": "",
  }, async (folder) => {
    await run("git", ["init", "-q"], { cwd: folder });
    deepEqual(pathsOf(await discoverIn(folder)), []);
    await run("git", ["init", "-q"], { cwd: `${folder}/sub/theirs` });
    const paths = ["sub/theirs/b.py", "sub/theirs/deep/c.py"];
    deepEqual(pathsOf(await discoverIn(folder)), paths);
    const own = await discoverIn(`${folder}/sub/theirs`);
    deepEqual(pathsOf(own), []);
  });
});

Deno.test("discover() reads no .gitignore that is a link, a folder or huge", async () => {
  await withTree({
    "all.txt": "*\n",
    "link/a.py": "",
    "folder/.gitignore/x.txt": "",
    "folder/a.py": "",
    "huge/.gitignore": `*\n${"#".repeat(1024 * 1024)}`,
    "huge/a.py": "",
  }, async (folder) => {
    await run("git", ["init", "-q"], { cwd: folder });
    await Deno.symlink("../all.txt", `${folder}/link/.gitignore`);
    deepEqual(pathsOf(await discoverIn(folder)), ["folder/a.py", "huge/a.py", "link/a.py"]);
  });
});
