// The files of a target to its surface: each is parsed where it may declare something, and read
// together with the files that its texts come from.

import { hasGrammar, type ServerSurface, type SourceFile } from "../core/mod.ts";
import type { ProjectFacts } from "../flow/mod.ts";
import { parse } from "../syntax/mod.ts";
import { dumpSurface } from "./dumps.ts";
import { linkedSurface, Neighbourhood } from "./neighbourhood.ts";
import { type ReadFile, serverSurface } from "./server_surface.ts";
import { SURFACE_KEYWORDS } from "./surface.ts";

export interface TargetSurface {
  readonly surface: ServerSurface;
  /** Paths of files of which a bound left something out. */
  readonly cuts: readonly string[];
}

/** The surface of what `files` declare that `counts`; the others are there to be imported. */
export async function readTarget(
  files: readonly SourceFile[],
  { facts, counts = () => true }: {
    readonly facts?: ProjectFacts;
    readonly counts?: (file: SourceFile) => boolean;
  } = {},
): Promise<TargetSurface> {
  const neighbourhood = new Neighbourhood(files, facts);
  const read: ReadFile[] = [];
  const cuts: string[] = [];
  for (const file of files) {
    if (!counts(file)) continue;
    const { path, kind, text } = file;
    const dump = dumpSurface(file);
    if (dump) {
      if (dump.cut || dump.malformed !== undefined) cuts.push(path);
      read.push({ path, items: dump.items, place: (span) => ({ span }) });
    }
    if (!hasGrammar(kind) || !SURFACE_KEYWORDS[kind].some((word) => text.includes(word))) continue;
    const tree = await parse({ language: kind, text }).catch(() => undefined);
    if (!tree) {
      cuts.push(path);
      continue;
    }
    const { items, mounts, place, cut } = await linkedSurface(tree, { path, neighbourhood });
    if (cut || tree.cutAt !== undefined) cuts.push(path);
    if (items.length + mounts.length > 0) read.push({ path, items, mounts, place });
  }
  return { surface: serverSurface(read), cuts };
}
