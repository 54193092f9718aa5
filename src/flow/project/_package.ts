// package.json and deno.json: names that a package has for its own files, and the names under which
// the other packages of the target know them.

import type { Alias } from "../resolve.ts";
import { fieldOf, isObject, type JsonObject, textField } from "./_json.ts";
import { isPattern, moduleTarget, pathWithin } from "./_paths.ts";

/** Places that one name may stand for, whatever the conditions. */
const MAX_TARGETS = 20;
/** Conditions within conditions. */
const MAX_VALUES = 200;

type Found = readonly [folder: string, alias: Alias];

/** Each alias with the folder below which it counts. */
export function packageAliases(folder: string, manifest: JsonObject): readonly Found[] {
  const found: Found[] = [];
  for (const [name, value] of entriesOf(fieldOf(manifest, "imports"))) {
    if (name.startsWith("#")) addAlias(found, folder, { pattern: name, folder, value });
  }
  const name = textField(manifest, "name");
  if (name === undefined || !isPackageName(name)) return found;
  addExports(found, { name, folder, exports: fieldOf(manifest, "exports") });
  const entries = ["source", "module", "main", "types"].map((key) => fieldOf(manifest, key));
  addAlias(found, "", { pattern: name, folder, value: [...entries, "./src/index", "./index"] });
  addAlias(found, "", { pattern: `${name}/*`, folder, value: ["./*", "./src/*"] });
  return found;
}

/** deno.json: its import map, and the package that it is. */
export function denoAliases(folder: string, config: JsonObject): readonly Found[] {
  const found: Found[] = [];
  for (const [name, value] of entriesOf(fieldOf(config, "imports"))) {
    if (typeof value !== "string") continue;
    const isFolder = name.endsWith("/") && value.endsWith("/");
    const [pattern, target] = isFolder ? [`${name}*`, `${value}*`] : [name, value];
    addAlias(found, folder, { pattern, folder, value: target });
  }
  const name = textField(config, "name");
  if (name !== undefined && isPackageName(name)) {
    addExports(found, { name, folder, exports: fieldOf(config, "exports") });
  }
  return found;
}

function isPackageName(name: string): boolean {
  return name.length <= 214 && /^(?:@[\w.~-]+\/)?[\w~-][\w.~-]*$/.test(name);
}

function addExports(
  found: Found[],
  { name, folder, exports }: { name: string; folder: string; exports: unknown },
): void {
  const subpaths = entriesOf(exports).filter(([key]) => key === "." || key.startsWith("./"));
  if (subpaths.length === 0) addAlias(found, "", { pattern: name, folder, value: exports });
  for (const [key, value] of subpaths) {
    addAlias(found, "", { pattern: name + key.slice(1), folder, value });
  }
}

function addAlias(
  found: Found[],
  below: string,
  { pattern, folder, value }: { pattern: string; folder: string; value: unknown },
): void {
  if (pattern === "" || !isPattern(pattern)) return;
  const targets = new Set<string>();
  for (const text of textsWithin(value)) {
    const path = /^[a-z]+:/i.test(text) ? undefined : pathWithin(folder, text);
    if (path !== undefined && isPattern(path)) targets.add(moduleTarget(path));
    if (targets.size === MAX_TARGETS) break;
  }
  if (targets.size > 0) found.push([below, { pattern, targets: [...targets] }]);
}

/** Texts of a value, its items and its conditions, in order. */
function textsWithin(value: unknown): readonly string[] {
  const texts: string[] = [];
  const open = [value];
  for (let seen = 0; open.length > 0 && seen < MAX_VALUES; seen++) {
    const each = open.pop();
    if (typeof each === "string") texts.push(each);
    else if (typeof each === "object" && each !== null) {
      open.push(...Object.values(each).slice(0, MAX_VALUES).reverse());
    }
  }
  return texts;
}

function entriesOf(value: unknown): readonly [string, unknown][] {
  return isObject(value) ? Object.entries(value) : [];
}
