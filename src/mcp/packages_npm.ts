// npm packages: what a package.json asks for, and what a lock file of npm, Yarn, pnpm or Bun holds.

import {
  type DocumentNode,
  entriesOf,
  type Located,
  type PackageReference,
  partOf,
  scalarAt,
  valueAt,
} from "../core/mod.ts";
import { gather, linesOf, type Packages, within } from "./packages_reading.ts";

const DEPENDENCIES: readonly (readonly [string, PackageReference["role"]])[] = [
  ["dependencies", "dependency"],
  ["optionalDependencies", "dependency"],
  ["peerDependencies", "peer"],
  ["devDependencies", "development"],
];

/** `npm:other@1.2.3` installs another package under this name. */
const ALIAS = /^npm:(@[^/@]{1,200}\/[^@]{1,300}|[^@]{1,300})(?:@.{0,200})?$/;

export function npmPackages(root: DocumentNode | undefined): Packages {
  return gather(manifestPackages(root));
}

function* manifestPackages(root: DocumentNode | undefined): Generator<PackageReference> {
  for (const [key, role] of DEPENDENCIES) {
    for (const { key: name, value } of entriesOf(valueAt(root, key))) {
      const asked = scalarAt(value);
      if (name && asked) yield reference(name, asked, role);
    }
  }
}

function reference(
  name: Located<string>,
  asked: Located<string>,
  role: PackageReference["role"],
): PackageReference {
  const alias = ALIAS.exec(asked.value);
  if (!alias) return { ecosystem: "npm", name, asked, role };
  const [, target] = alias;
  const end = "npm:".length + target!.length;
  return {
    ecosystem: "npm",
    name: partOf(asked, { start: "npm:".length, end }),
    asked: partOf(asked, { start: Math.min(end + 1, asked.value.length), end: asked.value.length }),
    role,
  };
}

export function npmLockPackages(
  { name, text, root }: { name: string; text: string; root: DocumentNode | undefined },
): Packages {
  if (name === "yarn.lock") return gather(yarnPackages(text));
  if (name === "pnpm-lock.yaml") return gather(pnpmPackages(text));
  if (name === "bun.lock") return gather(bunPackages(root));
  return gather(npmLocked(root));
}

/** Since npm 7 `packages`, by folder; before it `dependencies`, one in another. */
function* npmLocked(root: DocumentNode | undefined): Generator<PackageReference> {
  const packages = valueAt(root, "packages");
  for (const { key, value } of entriesOf(packages)) {
    const at = key?.value.lastIndexOf("node_modules/") ?? -1;
    const version = scalarAt(valueAt(value, "version"));
    if (!key || at < 0 || !version) continue;
    const start = at + "node_modules/".length;
    // The folder of an alias is not the name of its package.
    const own = scalarAt(valueAt(value, "name"));
    yield locked(own ?? partOf(key, { start, end: key.value.length }), version);
  }
  const open = packages ? [] : [valueAt(root, "dependencies")];
  for (let node = open.pop(); node; node = open.pop()) {
    for (const { key, value } of entriesOf(node)) {
      const version = scalarAt(valueAt(value, "version"));
      if (key && version) yield locked(key, version);
      const inner = valueAt(value, "dependencies");
      if (inner) open.push(inner);
    }
  }
}

function locked(name: Located<string>, asked: Located<string>): PackageReference {
  return { ecosystem: "npm", name, asked, role: "locked" };
}

/** `"@scope/name@^1.0.0", name@npm:^1.0.0:` and, below it, `version "1.0.2"` or `version: 1.0.2`. */
const YARN_NAME = /^"?((?:@[\w.~-]{1,200}\/)?[\w.~-]{1,300})@(?!workspace:|link:|portal:|file:)/;
const YARN_VERSION = /^\s{2}version:?\s{1,4}"?([\w.+-]{1,100})/;

function* yarnPackages(text: string): Generator<PackageReference> {
  let name: Located<string> | undefined;
  for (const line of linesOf(text)) {
    if (/^\S/.test(line.value)) {
      const [, found] = YARN_NAME.exec(line.value) ?? [];
      name = found === undefined ? undefined : within(line, found);
      continue;
    }
    const [, version] = (name && YARN_VERSION.exec(line.value)) ?? [];
    if (!name || version === undefined) continue;
    yield locked(name, within(line, version, line.value.indexOf("version") + 7));
    name = undefined;
  }
}

/** `/@scope/name@1.0.0(peer@2):`, `'name@1.0.0':` or, of old, `/name/1.0.0:`. */
const PNPM =
  /^\s{2}['"]?\/?((?:@[\w.~-]{1,200}\/)?[\w.~-]{1,300})[@/](\d[\w.+-]{0,100})(?:\([^\n]{0,2000})?['"]?:/;

function* pnpmPackages(text: string): Generator<PackageReference> {
  let isPackages = false;
  for (const line of linesOf(text)) {
    if (/^\w/.test(line.value)) isPackages = line.value.startsWith("packages:");
    const found = isPackages ? PNPM.exec(line.value) : null;
    if (!found) continue;
    const [, name, version] = found;
    const at = line.value.indexOf(name!);
    yield locked(within(line, name!), within(line, version!, at + name!.length));
  }
}

/** `"name": ["name@1.0.0", …]` */
function* bunPackages(root: DocumentNode | undefined): Generator<PackageReference> {
  for (const { value } of entriesOf(valueAt(root, "packages"))) {
    const specifier = scalarAt(entriesOf(value)[0]?.value);
    const at = specifier?.value.lastIndexOf("@") ?? -1;
    if (!specifier || at <= 0) continue;
    const end = specifier.value.length;
    yield locked(
      partOf(specifier, { start: 0, end: at }),
      partOf(specifier, { start: at + 1, end }),
    );
  }
}
