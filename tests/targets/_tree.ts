// Folders made for one test and removed after it.

import { dirname, join } from "node:path";
import { discover, type DiscoverOptions, type Discovery } from "../../src/targets/mod.ts";

export type Tree = Readonly<Record<string, string | Uint8Array>>;

/** Makes `tree` (path to content; a path that ends in `/` is a folder) and hands over its root. */
export async function withTree(
  tree: Tree,
  test: (folder: string) => Promise<void> | void,
): Promise<void> {
  const folder = await Deno.realPath(await Deno.makeTempDir({ prefix: "targets-" }));
  try {
    await plant(folder, tree);
    await test(folder);
  } finally {
    await run("rm", ["-rf", folder]);
  }
}

export async function plant(folder: string, tree: Tree): Promise<void> {
  for (const [path, content] of Object.entries(tree)) {
    const absolute = join(folder, path);
    await Deno.mkdir(path.endsWith("/") ? absolute : dirname(absolute), { recursive: true });
    if (path.endsWith("/")) continue;
    if (typeof content === "string") await Deno.writeTextFile(absolute, content);
    else await Deno.writeFile(absolute, content);
  }
}

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
