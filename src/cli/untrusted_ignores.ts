// `.gitignore` files of others: they hide nothing, and where they name what has findings, the
// attempt is told of.

import { resolve } from "node:path";
import type { Finding, TriageNote } from "../core/mod.ts";
import { hiddenFiles, ownership } from "../targets/mod.ts";
import type { Io } from "./io.ts";

export async function untrustedIgnores(
  io: Io,
  { findings, root }: { readonly findings: readonly Finding[]; readonly root: string },
): Promise<readonly TriageNote[]> {
  const isOwn = await ownership(io.cwd());
  const files = [...new Set(findings.map(({ location }) => location.file))]
    .filter((file) => !isOwn(resolve(root, file)));
  return [...hiddenFiles(files, root)].map(([file, count]) => ({
    kind: "untrusted",
    file,
    line: 1,
    message:
      `It would hide ${count === 1 ? "a file" : `${count} files`} with findings: it has no ` +
      "effect, as the target is not in your repository (--trust-target)",
  }));
}
