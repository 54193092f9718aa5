import { deepStrictEqual } from "node:assert/strict";
import { folded, unrunFiles } from "../../scripts/unrun_files.ts";

const FILES = [
  "package.json",
  "index.mjs",
  "index.js",
  "index.d.mts",
  "index.mjs.map",
  "state.js",
  "state.mjs",
  "lone.js",
  "data.json",
  "engine.wasm",
  "src/index.ts",
  "src/deep/part.ts",
];
const MANIFEST = '{"imports": {"#state": {"node": "./state.js"}}}';

Deno.test("unrunFiles() names what no module of the program can import", () => {
  deepStrictEqual(unrunFiles(FILES, MANIFEST), [
    "index.js",
    "index.d.mts",
    "index.mjs.map",
    "src/index.ts",
    "src/deep/part.ts",
  ]);
});

Deno.test("folded() names a folder for all of its files", () => {
  deepStrictEqual(folded(FILES, unrunFiles(FILES, MANIFEST)), [
    "index.js",
    "index.d.mts",
    "index.mjs.map",
    "src",
  ]);
});
