// Packages by name, version and the SHA-256 of the archive, so that everyone gets the same bytes.

import { createHash } from "node:crypto";

export interface PinnedPackage {
  readonly client: "npm" | "pip" | "go";
  readonly name: string;
  readonly version: string;
  /** Of the `.tgz`, wheel or module zip; lower-case hexadecimal. */
  readonly sha256: string;
}

const LINE = /^(npm|pip|go) +((?:@[\w.-]+\/)?[A-Za-z][\w./-]*) +(v?\d[\w.+-]*) +([0-9a-f]{64})$/;

/** The packages of a table with a line `client name version sha256` each; throws at another line. */
export function parsePinned(table: string): readonly PinnedPackage[] {
  return table.split("\n").filter((line) => line.trim() !== "").map((line) => {
    const [, client, name, version, sha256] = LINE.exec(line) ?? [];
    if (name === undefined || name.split("/").includes("..")) {
      throw new Error(`Expected "client name version sha256", got "${line}"`);
    }
    return { client, name, version, sha256 } as PinnedPackage;
  });
}

/** `name@version`. */
export function labelOf({ name, version }: PinnedPackage): string {
  return `${name}@${version}`;
}

/** Throws where `archive` is not the one that the table pins. */
export function verify(archive: Uint8Array, pinned: PinnedPackage): void {
  const sha256 = createHash("sha256").update(archive).digest("hex");
  if (sha256 !== pinned.sha256) {
    throw new Error(`${labelOf(pinned)}: expected SHA-256 ${pinned.sha256}, got ${sha256}`);
  }
}
