// Trees of ordinary source files for benchmarks, out of pinned published packages. They are
// downloaded by the registries' ordinary clients into `.corpus/` and unpacked; nothing is run.

import { dirname, join } from "node:path";
import { fetchPackage } from "../corpus/fetch.ts";
import { parsePinned } from "../corpus/pinned.ts";

// deno-fmt-ignore
const PACKAGES = `
npm @modelcontextprotocol/sdk 1.27.1  df61055198a907b20cdf65e0b03b6c7ae7683f921b0e9d5ff2e22565c7085d16
npm rxjs                      7.8.2   2312f8ffd9726ffd7bd53ea12c5f13663d09a3dc3326f448c70b88f5ef6fac82
npm zod                       4.1.12  2ef9d7a7d822b059c9bd21f87caa4fdc48220d437353678984df942fb67b43fa
npm commander                 15.1.0  308f16a324f6d0c889c1a388858868d84e1b4eb4e2bf856caa001f01c1c55bdf
pip mcp                       1.20.0  d0dc06f93653f7432ff89f694721c87f79876b6f93741bf628ad1e48f7ac5e5d
pip fastmcp                   2.13.0  bdff1399d3b7ebb79286edfd43eb660182432514a5ab8e4cbfb45f1d841d2aa0
pip starlette                 0.48.0  0764ca97b097582558ecb498132ed0c7d942f233f365b86ba37770e026510659
pip pydantic                  2.12.0  f6a1da352d42790537e95e83a8bdfb91c7efbae63ffd0b86fa823899e807116f
`;
const SOURCE = /(?<!\.d)\.(?:[cm]?[jt]s|tsx|py)$/;

/** A folder with exactly `count` source files, every other one Python. */
export async function sourceTree(count: number): Promise<string> {
  const tree = join(".corpus", `bench-${count}`);
  try {
    if (await Deno.readTextFile(join(tree, "complete.txt")) === `${count}\n`) return tree;
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  await Deno.remove(tree, { recursive: true }).catch(() => {});
  const scripts = await sourcesOf("npm");
  const python = await sourcesOf("pip");
  for (let i = 0; i < count; i++) {
    const pool = i % 2 === 0 ? scripts : python;
    const from = pool[(i >> 1) % pool.length]!;
    // The round stands in the path, so that no two files share it.
    const to = join(tree, `round-${Math.floor((i >> 1) / pool.length)}`, from.path);
    await Deno.mkdir(dirname(to), { recursive: true });
    await Deno.copyFile(from.absolute, to);
  }
  await Deno.writeTextFile(join(tree, "complete.txt"), `${count}\n`);
  return tree;
}

interface Source {
  readonly path: string;
  readonly absolute: string;
}

async function sourcesOf(client: "npm" | "pip"): Promise<readonly Source[]> {
  const sources: Source[] = [];
  for (const pinned of parsePinned(PACKAGES).filter((one) => one.client === client)) {
    const folder = await fetchPackage(pinned, join(".corpus", "packages"));
    const name = `${pinned.name}_${pinned.version}`.replaceAll(/[^\w.-]/g, "_");
    for (const path of await sourcesIn(folder)) {
      sources.push({ path: join(name, path), absolute: join(folder, path) });
    }
  }
  return sources;
}

/** Paths from `root`; what a folder holds comes in code unit order. */
async function sourcesIn(root: string): Promise<readonly string[]> {
  const paths: string[] = [];
  const folders = [""];
  for (let below = folders.pop(); below !== undefined; below = folders.pop()) {
    const entries = await Array.fromAsync(Deno.readDir(join(root, below)));
    for (const { name, isDirectory, isFile } of entries.sort((a, b) => a.name < b.name ? -1 : 1)) {
      const path = join(below, name);
      if (isDirectory) folders.push(path);
      if (isFile && SOURCE.test(path)) paths.push(path);
    }
  }
  return paths;
}
