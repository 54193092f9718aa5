// What a file is for, told by the names of the folders between the target and the file, and by its
// own. The target itself was named on purpose, so what it is called says nothing.

import type { Context } from "../core/mod.ts";

const FOLDERS: readonly (readonly [Context, RegExp])[] = [
  ["vendored", /^(?:node_modules|vendor|vendored|third[_-]party|site-packages|bower_components)$/i],
  ["fixture", /^(?:fixtures?|__fixtures__|testdata|test[_-]data|__mocks__|mocks|__snapshots__)$/i],
  ["test", /^(?:tests?|__tests__|specs?|e2e|integration[_-]tests?)$/i],
  ["example", /^(?:examples?|samples?|demos?)$/i],
  ["documentation", /^docs?$/i],
];

const TEST_NAME =
  /\.(?:test|spec)\.[^.]{1,10}$|^test_.{0,200}\.py$|_test\.(?:py|go)$|^conftest\.py$/i;

/** A script beside the server, by which its author tests it. */
const TEST_SCRIPT = /^test(?:[-_.].{0,200})?\.(?:[cm]?[jt]s|py|sh)$/i;

/** `below`: the path from the target to the file, with `/`. */
export function contextOf(below: string): Context {
  const folders = below.split("/");
  const name = folders.pop()!;
  for (const [context, pattern] of FOLDERS) {
    if (folders.some((folder) => pattern.test(folder))) return context;
  }
  if (TEST_NAME.test(name)) return "test";
  return folders.at(-1) === "scripts" && TEST_SCRIPT.test(name) ? "test" : "product";
}
