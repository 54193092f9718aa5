import assert from "node:assert/strict";
import { join } from "node:path";
import { gzipSync } from "fflate";
import { appendToLog, logParts, noteOf, readLogPart } from "../../src/store/mod.ts";
import { withFolder } from "../support/temp_folder.ts";

/** A line's hash is its own text, so that chains can be read. */
const hash = (line: string) => line.padEnd(64, "0").slice(0, 64).replace(/[^0-9a-f]/g, "a");
const options = (folder: string, limits: { maxBytes?: number; maxFiles?: number } = {}) => ({
  folder,
  name: "x",
  maxBytes: 1000,
  maxFiles: 10,
  hash,
  ...limits,
});
const format = (item: string, previous: string | undefined) =>
  `${item} after ${previous === undefined ? "nothing" : previous.slice(0, 2)}`;

async function textsOf(folder: string): Promise<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const part of logParts({ folder, name: "x" })) texts[part.name] = await readLogPart(part);
  return texts;
}

Deno.test("appendToLog() adds a line for each item, each after the one before", async () => {
  await withFolder({}, async (folder) => {
    await appendToLog(options(folder), ["1", "2"], format);
    await appendToLog(options(folder), ["3"], format);
    await appendToLog(options(folder), [], format);
    assert.deepEqual(await textsOf(folder), {
      "x.log": "1 after nothing\n2 after 1a\n3 after 2a\n",
    });
    assert.equal(noteOf({ folder, name: "x" }), hash("3 after 2a"));
    const names = [...Deno.readDirSync(folder)].map(({ name }) => name).sort();
    assert.deepEqual(names, ["x.head", "x.log"]);
  });
});

Deno.test("appendToLog() packs away what is full, keeps so many, and goes on with the chain", async () => {
  await withFolder({}, async (folder) => {
    const small = options(folder, { maxBytes: 30, maxFiles: 2 });
    await appendToLog(small, ["1", "2", "3", "4", "5", "6", "7", "8", "9", "a"], format);
    assert.deepEqual(await textsOf(folder), {
      "x.000002.log.gz": "4 after 3a\n5 after 4a\n6 after 5a\n",
      "x.000003.log.gz": "7 after 6a\n8 after 7a\n9 after 8a\n",
      "x.log": "a after 9a\n",
    });
    // The log is gone, or empty: the chain goes on where it was packed away.
    await Deno.remove(join(folder, "x.log"));
    await appendToLog(small, ["b"], format);
    assert.deepEqual((await textsOf(folder))["x.log"], "b after aa\n");
  });
});

Deno.test("appendToLog() goes on where the machine stopped between two of its steps", async () => {
  await withFolder({}, async (folder) => {
    const small = options(folder, { maxBytes: 30 });
    // Packed, and not yet begun anew.
    const text = "1 after nothing\n2 after 1a\n3 after 2a\n";
    const bytes = new TextEncoder().encode(text);
    await Deno.writeTextFile(join(folder, "x.log"), text);
    await Deno.writeFile(join(folder, "x.000001.log.gz"), gzipSync(bytes, { level: 6, mtime: 0 }));
    await appendToLog(small, ["4"], format);
    assert.deepEqual(await textsOf(folder), { "x.000001.log.gz": text, "x.log": "4 after 3a\n" });
    // In the middle of a line.
    await Deno.writeTextFile(join(folder, "x.log"), "4 after 3a\n5 aft");
    await appendToLog(options(folder), ["6"], format);
    assert.equal((await textsOf(folder))["x.log"], "4 after 3a\n5 aft\n6 after 5a\n");
    // Before the last line was noted.
    await Deno.writeTextFile(join(folder, "x.head"), `${hash("5 aft")}\n`);
    await appendToLog(options(folder), ["7"], format);
    assert.match((await textsOf(folder))["x.log"]!, /\n7 after 6a\n$/);
  });
});

Deno.test("appendToLog() does not close a gap that somebody made at the end", async () => {
  await withFolder({}, async (folder) => {
    await appendToLog(options(folder), ["1", "2", "3"], format);
    await Deno.writeTextFile(join(folder, "x.log"), "1 after nothing\n");
    await appendToLog(options(folder), ["4"], format);
    assert.equal((await textsOf(folder))["x.log"], "1 after nothing\n4 after 3a\n");
    await Deno.remove(join(folder, "x.log"));
    await appendToLog(options(folder), ["5"], format);
    assert.equal((await textsOf(folder))["x.log"], "5 after 4a\n");
  });
});

Deno.test("appendToLog() keeps what is no log of its own, and writes on", async () => {
  await withFolder({}, async (folder) => {
    const path = join(folder, "x.log");
    const file = await Deno.open(path, { create: true, write: true });
    await file.truncate(70 * 1024 * 1024);
    file.close();
    await appendToLog(options(folder), ["1"], format);
    assert.equal(Deno.statSync(join(folder, "x.000001.log.gz")).size, 70 * 1024 * 1024);
    assert.equal(await Deno.readTextFile(path), "1 after nothing\n");
  });
});

Deno.test("appendToLog() of processes at once loses no line and forks no chain", async () => {
  await withFolder({}, async (folder) => {
    const mod = new URL("../../src/store/mod.ts", import.meta.url).href;
    const program = `import { appendToLog } from ${JSON.stringify(mod)};
      const [folder, name] = Deno.args;
      const hash = (line) => line.split(" ")[0].padEnd(64, "0");
      for (let i = 0; i < 20; i++) {
        await appendToLog({ folder, name: "x", maxBytes: 300, maxFiles: 100, hash },
          [name + i + "0"], (item, previous = "start") => item + " " + previous.replace(/0*$/, ""));
      }`;
    const main = join(folder, "main.ts");
    await Deno.writeTextFile(main, program);
    const config = new URL("../../deno.json", import.meta.url).pathname;
    const runs = await Promise.all(["a", "b"].map((name) =>
      new Deno.Command(Deno.execPath(), {
        args: ["run", "-A", "--cached-only", "--config", config, main, folder, name],
      }).output()
    ));
    assert.deepEqual(runs.map(({ code }) => code), [0, 0]);
    const lines = Object.entries(await textsOf(folder))
      .sort(([a], [b]) => a < b ? -1 : 1)
      .flatMap(([, text]) => text.trim().split("\n"));
    assert.equal(lines.length, 40);
    let previous = "start";
    for (const line of lines) {
      const [item, before] = line.split(" ");
      assert.equal(before, previous.replace(/0*$/, ""));
      previous = item!;
    }
  });
});
