// Where the files of a project's own are that say how it is to be scanned.

import { commonAncestor, folderOf, locate, projectRoot } from "./_locate.ts";

export interface ProjectPlace {
  /** The absolute project root. */
  readonly root: string;
  /** The deepest folder that holds every target, from where to look upwards to the root. */
  readonly folder: string;
}

/** Throws a Failure where a target cannot be read, or the root does not fit. */
export async function locateProject(
  targets: readonly string[],
  options: { readonly cwd: string; readonly root?: string },
): Promise<ProjectPlace> {
  const places = await locate(targets, options.cwd);
  const root = await projectRoot(places, options);
  const folders = places.map(folderOf);
  return { root, folder: folders.reduce(commonAncestor, folders[0] ?? root) };
}
