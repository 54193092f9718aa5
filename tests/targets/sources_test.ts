import { equal } from "node:assert/strict";
import type { Entry } from "../../src/targets/_list.ts";
import { sourceSearch } from "../../src/targets/_sources.ts";

/** More than fit among the arguments of one call. */
const MANY = 150_000;

Deno.test("sourceSearch() takes any number of folders in one folder", async () => {
  const readDir = Deno.readDir;
  const root: Entry = { name: "r", path: "r", absolute: "/r", isFolder: true, fate: "open" };
  const folder = { isFile: false, isDirectory: true, isSymlink: false };
  Deno.readDir = async function* (path) {
    for (let i = 0; path === root.absolute && i < MANY; i++) yield { name: `d${i}`, ...folder };
  };
  try {
    const filters = { excluded: () => false, included: () => true, defaults: true };
    equal(await sourceSearch(filters)(root), false);
  } finally {
    Deno.readDir = readDir;
  }
});
