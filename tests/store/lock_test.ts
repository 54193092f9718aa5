import assert from "node:assert/strict";
import { join } from "node:path";
import { Locked, withLock } from "../../src/store/mod.ts";
import { withFolder } from "../support/temp_folder.ts";

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

Deno.test("withLock() lets one in at a time, and leaves no file behind", async () => {
  await withFolder({}, async (folder) => {
    const path = join(folder, "x.lock");
    let [inside, most, done] = [0, 0, 0];
    await Promise.all(Array.from({ length: 12 }, () =>
      withLock(path, async () => {
        most = Math.max(most, ++inside);
        await pause(2);
        inside--;
        done++;
      })));
    assert.deepEqual([most, done], [1, 12]);
    assert.deepEqual([...Deno.readDirSync(folder)], []);
  });
});

Deno.test("withLock() takes over what a process left behind that was killed", async () => {
  await withFolder({ "x.lock": "1234" }, async (folder) => {
    const path = join(folder, "x.lock");
    assert.equal(await withLock(path, () => Promise.resolve("done")), "done");
    const child = new Deno.Command(Deno.execPath(), {
      args: [
        "eval",
        `Deno.openSync(${JSON.stringify(path)}, { create: true, write: true }).lockSync(true);
        console.log("held"); setInterval(() => {}, 1000);`,
      ],
      stdout: "piped",
    }).spawn();
    const reader = child.stdout.getReader();
    await reader.read();
    await assert.rejects(withLock(path, () => Promise.resolve(), { patience: 30 }), Locked);
    child.kill("SIGKILL");
    await child.status;
    await reader.cancel();
    assert.ok(Deno.statSync(path).isFile);
    assert.equal(await withLock(path, () => Promise.resolve("done"), { patience: 30 }), "done");
  });
});

Deno.test("withLock() ends with its work, also where that fails", async () => {
  await withFolder({}, async (folder) => {
    const path = join(folder, "x.lock");
    await assert.rejects(withLock(path, () => Promise.reject(new Error("no"))), /^Error: no$/);
    assert.equal(await withLock(path, () => Promise.resolve(1), { patience: 0 }), 1);
    // Where no lock can be made, the work meets the reason.
    assert.equal(await withLock(join(folder, "none/x.lock"), () => Promise.resolve(2)), 2);
  });
});
