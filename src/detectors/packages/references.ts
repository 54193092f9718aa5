// Packages by name, whoever names them: a manifest, a lock file, or the command that starts a
// server.

import {
  type DocumentType,
  type Ecosystem,
  type Located,
  type PackageReference,
  partOf,
  type ServerDef,
} from "../../core/mod.ts";
import { commandLine } from "../manifests/command_line.ts";
import { packagesOf, type PackageUse } from "../manifests/packages.ts";

/** The documents that name packages. */
export const PACKAGE_DOCUMENTS: readonly DocumentType[] = [
  "npm-manifest",
  "npm-lock",
  "python-project",
  "python-lock",
  "requirements",
  "go-mod",
  "dockerfile",
  "compose",
];

/** As registries compare names: of Python without case, and with `-` for `_` and `.`. */
export function registryName({ ecosystem, name }: PackageReference): string {
  const lower = name.value.toLowerCase();
  return ecosystem === "pypi" ? lower.replace(/[-_.]{1,10}/g, "-") : lower;
}

/** What the commands of a server fetch from a registry. */
export function serverPackages(server: ServerDef): PackageReference[] {
  return commandLine(server).commands.flatMap(packagesOf).flatMap((use) => fromUse(use) ?? []);
}

const REGISTRIES: Readonly<Record<PackageUse["ecosystem"], Ecosystem>> = {
  npm: "npm",
  deno: "npm",
  python: "pypi",
  go: "go",
};

/** `npm:@scope/name@1.2.3/path`, `name[extra]==1.2.3`, `example.com/name@v1.2.3` */
const SPECIFIERS: Readonly<Record<Ecosystem, RegExp>> = {
  npm: /^(?:npm:\/?)?((?:@[\w.~-]{1,200}\/)?[\w.~-]{1,300})(?:@([^/\s]{0,100}))?(?:\/.{0,200})?$/,
  pypi:
    /^([A-Za-z0-9][\w.-]{0,200})(?:\[[^\]]{0,200}\])?\s{0,4}(?:@\s{0,4}(?=\d))?([=<>~!].{0,200}|\d[\w.+-]{0,100}|@latest)?$/,
  go: /^([\w.~-]{1,200}\/[\w./~-]{1,300})(?:@(.{0,100}))?$/,
};

function fromUse({ ecosystem, specifier }: PackageUse): PackageReference | undefined {
  if (ecosystem === "deno" && !specifier.value.startsWith("npm:")) return undefined;
  // A repository on GitHub, to npm: `owner/name`.
  if (ecosystem === "npm" && /^[^@/]{1,300}\//.test(specifier.value)) return undefined;
  return referenceOf(specifier, REGISTRIES[ecosystem]);
}

/** A specifier of the command line; `undefined` for one that names no package of the registry. */
export function referenceOf(
  specifier: Located<string>,
  ecosystem: Ecosystem,
): PackageReference | undefined {
  const [whole, name, asked = ""] = SPECIFIERS[ecosystem].exec(specifier.value) ?? [];
  if (whole === undefined || name === undefined) return undefined;
  const start = specifier.value.indexOf(name);
  const end = start + name.length;
  const from = asked === "" ? end : specifier.value.indexOf(asked, end);
  return {
    ecosystem,
    name: partOf(specifier, { start, end }),
    asked: partOf(specifier, { start: from, end: from + asked.length }),
    role: "dependency",
  };
}
