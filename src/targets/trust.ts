// Whose a file is: what lies in the repository that the user works in is the user's own, and what
// it says of the scan counts. All else is only scanned.

import { dirname } from "node:path";
import { gitTop } from "./_locate.ts";
import { mayRead } from "./_open.ts";

/** Answers for absolute, real paths of files, whether they belong to the repository of `cwd`. */
export async function ownership(cwd: string): Promise<(file: string) => boolean> {
  const repository = mayRead(cwd) ? gitTop(await Deno.realPath(cwd)) : undefined;
  const known = new Map<string, boolean>();
  return (file) => {
    if (repository === undefined) return false;
    const folder = dirname(file);
    const answer = known.get(folder) ?? gitTop(folder) === repository;
    known.set(folder, answer);
    return answer;
  };
}
