import { deepStrictEqual, strictEqual } from "node:assert/strict";
import plugin from "../../scripts/lint_plugin.ts";

/** Rule ids that fire, in order of place. */
function hits(file: string, source: string): string[] {
  return Deno.lint.runPlugin(plugin, file, source).map((found) => found.id.replace("house/", ""));
}

type Case = readonly [file: string, source: string, ...expected: string[]];

function cases(name: string, list: readonly Case[]): void {
  Deno.test(name, async (t) => {
    for (const [file, source, ...expected] of list) {
      await t.step(`${file}: ${source}`, () => deepStrictEqual(hits(file, source), expected));
    }
  });
}

cases("rooms: who may import whom", [
  ["/x/src/core/a.ts", 'import { a } from "./span.ts";'],
  ["/x/src/core/a.ts", 'import { a } from "../report/mod.ts";', "rooms"],
  ["/x/src/core/a.ts", 'import type { A } from "../report/mod.ts";', "rooms"],
  ["/x/src/syntax/a.ts", 'import { a } from "../core/mod.ts";'],
  ["/x/src/syntax/a.ts", 'import { a } from "../flow/mod.ts";', "rooms"],
  ["/x/src/flow/lower/a.ts", 'import { a } from "../../syntax/mod.ts";'],
  ["/x/src/flow/lower/a.ts", 'import { a } from "../../scan/mod.ts";', "rooms"],
  ["/x/src/detectors/code/a.ts", 'import { a } from "../../flow/mod.ts";'],
  ["/x/src/detectors/code/a.ts", 'import { a } from "../mod.ts";'],
  ["/x/src/detectors/code/a.ts", 'import { a } from "../../mcp/mod.ts";', "rooms"],
  ["/x/src/rules/a.ts", 'import { a } from "../syntax/mod.ts";'],
  ["/x/src/rules/a.ts", 'import { a } from "../detectors/mod.ts";', "rooms"],
  ["/x/src/mcp/a.ts", 'export * from "../syntax/mod.ts";'],
  ["/x/src/mcp/a.ts", 'export * from "../detectors/mod.ts";', "rooms"],
  ["/x/src/store/a.ts", 'export { a } from "../config/mod.ts";', "rooms"],
  ["/x/src/scan/a.ts", 'const a = await import("../mcp/mod.ts");'],
  ["/x/src/scan/a.ts", 'const a = await import("../detectors/mod.ts");', "rooms"],
  ["/x/src/scan/a.ts", 'type A = typeof import("../detectors/mod.ts");', "rooms"],
  ["/x/src/scan/a.ts", 'type A = import("../detectors/mod.ts").A;', "rooms"],
  ["/x/src/guard/a.ts", 'import { a } from "../store/mod.ts";'],
  ["/x/src/guard/a.ts", 'import { a } from "../scan/mod.ts";', "rooms"],
  ["/x/src/cli/commands/a.ts", 'import { a } from "../../guard/mod.ts";'],
  ["/x/src/cli/a.ts", 'import config from "../../deno.json" with { type: "json" };'],
  ["/x/src/scan/a.ts", 'import config from "../../deno.json" with { type: "json" };', "rooms"],
  ["/x/main.ts", 'import { run } from "./src/cli/mod.ts";'],
  ["/x/main.ts", 'import { run } from "./src/scan/mod.ts";', "rooms"],
  ["/x/src/attic/a.ts", "export const a = 1;", "rooms"],
  ["/x/tests/core/a_test.ts", 'import { a } from "../../src/scan/_queue.ts";'],
  ["C:\\x\\src\\core\\a.ts", 'import { a } from "../report/mod.ts";', "rooms"],
  ["C:\\x\\src\\report\\a.ts", 'import { a } from "../core/mod.ts";'],
  ["C:\\x\\main.ts", 'import { run } from "./src/scan/mod.ts";', "rooms"],
]);

cases("rooms: only through mod.ts, nothing private, nothing computed", [
  ["/x/src/scan/a.ts", 'import { a } from "../core/span.ts";', "rooms"],
  ["/x/src/scan/a.ts", 'import { a } from "../core/deep/mod.ts";', "rooms"],
  ["/x/main.ts", 'import { run } from "./src/cli/run.ts";', "rooms"],
  ["/x/src/detectors/code/a.ts", 'import { a } from "./_table.ts";'],
  ["/x/src/detectors/code/js/a.ts", 'import { a } from "../_table.ts";'],
  ["/x/src/detectors/secrets/a.ts", 'import { a } from "../code/_table.ts";', "rooms"],
  ["/x/src/syntax/a.ts", "const a = await import(name);", "rooms"],
  ["/x/src/syntax/a.ts", "const a = await import(`./grammars/${name}.ts`);", "rooms"],
]);

cases("pure: no outside world in core, detectors, report and flow", [
  ["/x/src/core/a.ts", 'import { createHash } from "node:crypto";'],
  ["/x/src/core/a.ts", 'import { join } from "node:path";', "pure"],
  ["/x/src/core/a.ts", 'import ignore from "ignore";', "pure"],
  ["/x/src/report/a.ts", 'import { posix } from "node:path";'],
  ["/x/src/report/a.ts", 'import { readFileSync } from "node:fs";', "pure"],
  ["/x/src/report/a.ts", 'import { readFile } from "node:fs/promises";', "pure"],
  ["/x/src/flow/a.ts", 'type Os = typeof import("node:os");', "pure"],
  ["/x/src/detectors/a.ts", 'await import("node:child_process");', "pure"],
  ["/x/src/detectors/a.ts", 'export { connect } from "node:net";', "pure"],
  ["/x/src/detectors/a.ts", 'import leven from "leven";'],
  ["/x/src/targets/a.ts", 'import { readFileSync } from "node:fs";'],
  ["/x/src/core/a.ts", 'Deno.readTextFileSync("a");', "pure"],
  ["/x/src/core/a.ts", "const read = Deno;", "pure"],
  ["/x/src/core/a.ts", "const go = { fetch };", "pure"],
  ["/x/src/core/a.ts", 'await fetch("a");', "pure"],
  ["/x/src/core/a.ts", "(fetch as Go)();", "pure"],
  ["/x/src/core/a.ts", "globalThis.fetch();", "pure"],
  ["/x/src/core/a.ts", "Date.now();", "pure"],
  ["/x/src/core/a.ts", "const now = Date.now;", "pure"],
  ["/x/src/core/a.ts", "new Date();", "pure"],
  ["/x/src/core/a.ts", "Date();", "pure"],
  ["/x/src/core/a.ts", "new Date(0);"],
  ["/x/src/core/a.ts", "performance.now();", "pure"],
  ["/x/src/core/a.ts", "Math.random();", "pure"],
  ["/x/src/core/a.ts", "Math.max(1, 2);"],
  ["/x/src/core/a.ts", "setTimeout(go, 1);", "pure"],
  ["/x/src/core/a.ts", "const a = { fetch: 1, Deno: 2 }; a.fetch; a.Deno;"],
  ["/x/src/core/a.ts", "interface A { fetch(): void; process: string }"],
  ["/x/src/core/a.ts", 'class A { process = 1; fetch() {} } const names = ["Deno.run", "fetch("];'],
  ["/x/src/syntax/a.ts", "Date.now();"],
  ["/x/scripts/a.ts", "Deno.exit();"],
  ["C:\\x\\src\\core\\a.ts", "Date.now();", "pure"],
]);

cases("owners: a package belongs to one room", [
  ["/x/src/syntax/a.ts", 'import { Parser } from "web-tree-sitter";'],
  ["/x/src/scan/a.ts", 'import { Parser } from "web-tree-sitter";', "owners"],
  ["/x/src/scan/a.ts", 'import wasm from "web-tree-sitter/web-tree-sitter.wasm";', "owners"],
  ["/x/src/scan/a.ts", 'type Parser = import("npm:web-tree-sitter@0.27.1").Parser;', "owners"],
  ["/x/src/cli/a.ts", 'import { Command } from "@commander-js/extra-typings";'],
  ["/x/src/cli/commands/a.ts", 'import tab from "@bomb.sh/tab/commander";'],
  ["/x/src/config/a.ts", 'import { Command } from "commander";', "owners"],
  ["/x/src/config/a.ts", 'import { Command } from "npm:@commander-js/extra-typings@15";', "owners"],
  ["/x/src/config/a.ts", 'import tab from "@bomb.sh/tab/commander";', "owners"],
  ["/x/src/config/a.ts", 'import { a } from "commander-like";'],
  ["/x/main.ts", 'import { Command } from "commander";', "owners"],
  ["/x/tests/syntax/a_test.ts", 'import { Parser } from "web-tree-sitter";'],
]);

cases("default-export: only a rule has one", [
  ["/x/src/detectors/code/a.ts", "export default {};"],
  ["/x/src/report/a.ts", "export default {};", "default-export"],
  ["/x/src/report/a.ts", "const a = 1; export { a as default };", "default-export"],
  ["/x/src/report/a.ts", 'export { default } from "./b.ts";', "default-export"],
  ["/x/src/report/a.ts", "export const a = 1;"],
  ["/x/src/report/a.ts", 'export { default as a } from "./b.ts";'],
  ["/x/scripts/a.ts", "export default {};"],
]);

cases("names: say what it holds", [
  ["/x/src/core/utils.ts", "", "names"],
  ["/x/src/core/_helpers.ts", "", "names"],
  ["/x/src/core/types.ts", "", "names"],
  ["/x/src/mcp/common/a.ts", "", "names"],
  ["/x/tests/support/helpers.ts", "", "names"],
  ["C:\\x\\src\\mcp\\utils\\a.ts", "", "names"],
  ["/x/src/core/common_path.ts", ""],
  ["/x/src/mcp/tool_types.ts", ""],
]);

Deno.test("every message has a hint", () => {
  const [found] = Deno.lint.runPlugin(plugin, "/x/src/core/a.ts", 'import "../scan/mod.ts";');
  strictEqual(found?.message, 'Room "core" may not import room "scan"');
  strictEqual(found?.hint, "It may import no other room; pass the rest in as an argument");
});
