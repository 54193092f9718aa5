// Files that `init` puts into a project: never over what is there unless that is asked for, and
// never through a link, which could lead anywhere.

import { dirname, join, sep } from "node:path";
import { Failure, printable } from "../../core/mod.ts";
import { writeWhole } from "../output.ts";

export type Standing = "new" | "there" | "same";

/** How a file stands to what is there; a Failure where it cannot be written within `root`. */
export function standingOf(
  root: string,
  { path, text }: { readonly path: string; readonly text: string },
): Standing {
  const absolute = join(root, path);
  const folder = realFolder(dirname(absolute));
  const info = infoOf(absolute);
  if (info?.isSymlink || info && !info.isFile || !(folder + sep).startsWith(root + sep)) {
    throw new Failure("output-unwritable", `"${printable(path)}" is no plain file of the project`, {
      hint: "Take the link or folder away, or leave that file out",
    });
  }
  if (!info) return "new";
  return Deno.readTextFileSync(absolute) === text ? "same" : "there";
}

function infoOf(path: string): Deno.FileInfo | undefined {
  try {
    return Deno.lstatSync(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw new Failure("output-unwritable", `Could not look at "${printable(path)}"`, {
      hint: "Let it be read and written: --allow-read and --allow-write for the project",
      cause: error,
    });
  }
}

/** Of what is not there yet, that of the folder which is. */
function realFolder(folder: string): string {
  if (infoOf(folder) !== undefined || folder === dirname(folder)) return Deno.realPathSync(folder);
  return realFolder(dirname(folder));
}

export async function putFile(
  root: string,
  { path, text }: { readonly path: string; readonly text: string },
): Promise<void> {
  const absolute = join(root, path);
  try {
    Deno.mkdirSync(dirname(absolute), { recursive: true });
  } catch (error) {
    throw new Failure("output-unwritable", `Could not make the folder of "${printable(path)}"`, {
      hint: "Let the project be written: --allow-write",
      cause: error,
    });
  }
  await writeWhole(absolute, text, "init");
}
