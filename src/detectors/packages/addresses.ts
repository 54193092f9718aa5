// Dependencies that name an address and no version of a registry.

import type { Located, PackageReference, ProjectDocument } from "../../core/mod.ts";
import { partOf } from "../../core/mod.ts";

export interface AddressedPackage {
  /** Of the dependency; the address itself where it has no name of its own. */
  readonly name: string;
  readonly address: Located<string>;
  readonly role: PackageReference["role"];
}

/** Lines of a requirements file that are looked at. */
const MAX_LINES = 20_000;
/** `git+https://…`, `-e git+https://…#egg=name`, `https://…/name.whl` on a line of its own. */
const LINE =
  /^[ \t]{0,20}(?:(?:-e|--editable)[ =]{1,4})?((?:git|hg|svn|bzr|https?)(?:\+[a-z]{2,8})?:\/\/[^\s#;]{1,1000})(?:#egg=([\w.-]{1,100}))?/;
const PYTHON = /^@\s{0,8}(\S{1,1000})/;
const NPM =
  /^(?:git\+|git:|git@|ssh:|https?:|(?:github|gitlab|bitbucket|gist):)|^[\w.-]{1,100}\/[\w.-]{1,100}(?:#.{0,200})?$/;

export function addressedPackages({ type, text, packages }: ProjectDocument): AddressedPackage[] {
  const found = packages.flatMap(({ ecosystem, name, asked, role }): AddressedPackage[] => {
    if (role === "locked") return [];
    if (ecosystem === "npm") {
      return NPM.test(asked.value) ? [{ name: name.value, address: asked, role }] : [];
    }
    const [, address] = PYTHON.exec(asked.value) ?? [];
    if (address === undefined) return [];
    const start = asked.value.indexOf(address);
    return [{
      name: name.value,
      address: partOf(asked, { start, end: start + address.length }),
      role,
    }];
  });
  return type === "requirements" ? [...found, ...addressLines(text)] : found;
}

function addressLines(text: string): AddressedPackage[] {
  const found: AddressedPackage[] = [];
  let offset = 0;
  for (const line of text.split("\n", MAX_LINES)) {
    const [, address, name] = LINE.exec(line.slice(0, 2_000)) ?? [];
    if (address !== undefined) {
      const start = offset + line.indexOf(address);
      const span = { start, end: start + address.length };
      found.push({ name: name ?? address, address: { value: address, span }, role: "dependency" });
    }
    offset += line.length + 1;
  }
  return found;
}
