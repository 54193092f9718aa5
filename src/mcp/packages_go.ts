// The modules that a go.mod names; since Go 1.17 all that are built.

import type { PackageReference } from "../core/mod.ts";
import { gather, linesOf, type Packages, within } from "./packages_reading.ts";

const REQUIRED =
  /^\s{0,20}(?:require\s{1,20})?([\w.~-]{1,200}\.[a-z]{2,20}\/[^\s"]{1,300})\s{1,20}(v\d[\w.+-]{0,100})/;
const BLOCK = /^\s{0,20}(\w{1,20})\s{0,20}\(/;

export function goModPackages(text: string): Packages {
  return gather(required(text));
}

function* required(text: string): Generator<PackageReference> {
  let block = "";
  for (const line of linesOf(text)) {
    const opened = BLOCK.exec(line.value)?.[1];
    if (opened !== undefined) block = opened;
    else if (/^\s{0,20}\)/.test(line.value)) block = "";
    const inRequire = block === "require" || /^\s{0,20}require\s/.test(line.value);
    const found = inRequire ? REQUIRED.exec(line.value) : null;
    if (!found) continue;
    const [, name, version] = found;
    const module = within(line, name!);
    const asked = within(line, version!, line.value.indexOf(name!) + name!.length);
    yield { ecosystem: "go", name: module, asked, role: "locked" };
  }
}
