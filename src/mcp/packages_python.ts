// Python packages: what pyproject.toml and requirements files ask for, and what uv.lock and
// poetry.lock hold.

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

/** `name[extra] >=1.0; marker`, `name @ https://…` */
const REQUIREMENT =
  /^\s{0,20}([A-Za-z0-9][\w.-]{0,200}?)\s{0,8}(?:\[[^\]\n]{0,200}\])?\s{0,8}((?:===?|~=|!=|[<>]=?|@)[^;#\n\\]{0,500})?\s{0,8}(?:[;#]|$|\s--|\s\\)/;

export function pythonPackages(root: DocumentNode | undefined): Packages {
  return gather(projectPackages(root));
}

function* projectPackages(root: DocumentNode | undefined): Generator<PackageReference> {
  yield* requirements(valueAt(root, "project", "dependencies"), "dependency");
  yield* requirements(valueAt(root, "build-system", "requires"), "development");
  for (const { value } of entriesOf(valueAt(root, "project", "optional-dependencies"))) {
    yield* requirements(value, "dependency");
  }
  for (const { value } of entriesOf(valueAt(root, "dependency-groups"))) {
    yield* requirements(value, "development");
  }
  const poetry = valueAt(root, "tool", "poetry");
  yield* poetryTable(valueAt(poetry, "dependencies"), "dependency");
  yield* poetryTable(valueAt(poetry, "dev-dependencies"), "development");
  for (const { value } of entriesOf(valueAt(poetry, "group"))) {
    yield* poetryTable(valueAt(value, "dependencies"), "development");
  }
}

function* requirements(
  list: DocumentNode | undefined,
  role: PackageReference["role"],
): Generator<PackageReference> {
  for (const { value } of list?.type === "array" ? entriesOf(list) : []) {
    const text = scalarAt(value);
    const found = text && requirement(text, role);
    if (found) yield found;
  }
}

function requirement(
  text: Located<string>,
  role: PackageReference["role"],
): PackageReference | undefined {
  const found = REQUIREMENT.exec(text.value);
  if (!found) return undefined;
  const [whole, name, asked = ""] = found;
  const at = text.value.indexOf(name!);
  const start = asked === "" ? at + name!.length : whole.indexOf(asked, at + name!.length);
  // Hashes and other options of pip may follow.
  const end = start + asked.split(/\s--/, 1)[0]!.trimEnd().length;
  return {
    ecosystem: "pypi",
    name: partOf(text, { start: at, end: at + name!.length }),
    asked: partOf(text, { start, end }),
    role,
  };
}

function* poetryTable(
  table: DocumentNode | undefined,
  role: PackageReference["role"],
): Generator<PackageReference> {
  for (const { key, value } of entriesOf(table)) {
    if (!key || key.value === "python") continue;
    const git = scalarAt(valueAt(value, "git"));
    const asked = scalarAt(value) ?? scalarAt(valueAt(value, "version")) ?? fromGit(git, value) ??
      { value: "", span: key.span };
    yield { ecosystem: "pypi", name: key, asked, role };
  }
}

/** As a requirement would spell it. */
function fromGit(
  git: Located<string> | undefined,
  table: DocumentNode,
): Located<string> | undefined {
  if (!git) return undefined;
  const fixed = scalarAt(valueAt(table, "rev"))?.value ?? scalarAt(valueAt(table, "tag"))?.value;
  return { ...git, value: `@ git+${git.value}${fixed === undefined ? "" : `@${fixed}`}` };
}

export function requirementPackages(text: string): Packages {
  return gather(requirementLines(text));
}

function* requirementLines(text: string): Generator<PackageReference> {
  for (const line of linesOf(text)) {
    if (/^\s{0,20}(?:#|-|$)/.test(line.value)) continue;
    const found = requirement(line, "dependency");
    if (found) yield found;
  }
}

const NAME = /^name = "([\w.-]{1,200})"/;
/** A folder of the project: the project itself, mostly. */
const OWN = /^source = \{ (?:editable|virtual|directory|path) = /;
const VERSION = /^version = "([\w.+!-]{1,100})"/;

export function pythonLockPackages(text: string): Packages {
  return gather(lockTables(text));
}

function* lockTables(text: string): Generator<PackageReference> {
  let name: Located<string> | undefined;
  let asked: Located<string> | undefined;
  let isPackage = false;
  for (const line of linesOf(text)) {
    if (line.value.startsWith("[")) {
      if (name && asked) yield { ecosystem: "pypi", name, asked, role: "locked" };
      isPackage = line.value.startsWith("[[package]]");
      name = asked = undefined;
    } else if (isPackage) {
      const [, named] = NAME.exec(line.value) ?? [];
      if (named !== undefined) name = within(line, named, 6);
      const [, version] = VERSION.exec(line.value) ?? [];
      if (version !== undefined) asked = within(line, version, 9);
      if (OWN.test(line.value)) name = undefined;
    }
  }
  if (name && asked) yield { ecosystem: "pypi", name, asked, role: "locked" };
}
