// Discovery in folders made for one test.

import { plant, type Tree, withFolder as withTree } from "../support/temp_folder.ts";
import { discover, type DiscoverOptions, type Discovery } from "../../src/targets/mod.ts";

/** Scans `folder` from inside it, with no options but those given. */
export function discoverIn(
  folder: string,
  options: Partial<DiscoverOptions> & { readonly targets?: readonly string[] } = {},
): Promise<Discovery> {
  const { targets = ["."], ...rest } = options;
  return discover(targets, { cwd: folder, include: [], exclude: [], ignore: true, ...rest });
}

export function pathsOf(discovery: Discovery): string[] {
  return discovery.files.map((file) => file.path);
}

/** What is scanned of `tree`, its manifests and configurations aside. */
export async function scanned(tree: Tree, targets: readonly string[] = ["."]): Promise<string[]> {
  let paths: string[] = [];
  await withTree(tree, async (folder) => {
    paths = pathsOf(await discoverIn(folder, { targets, root: "." }));
  });
  return paths.filter((path) => !/\.(?:json|toml|mod)$/.test(path));
}

export function manifest(fields: Record<string, unknown> = {}): string {
  return JSON.stringify({ name: "server", ...fields });
}

/** Its standard output; throws where it fails. */
export async function run(
  program: string,
  args: readonly string[],
  options: { readonly cwd?: string } = {},
): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(program, {
    args: [...args],
    stdin: "null",
    ...options,
  }).output();
  if (!success) throw new Error(`${program}: ${new TextDecoder().decode(stderr)}`);
  return new TextDecoder().decode(stdout);
}

export { plant, type Tree, withTree };
