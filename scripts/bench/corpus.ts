// Trees of ordinary source files for benchmarks, out of pinned published packages. They are
// downloaded by the registries' ordinary clients into `.corpus/` and unpacked; nothing is run.

import { unzipSync } from "fflate";
import { dirname, join } from "node:path";

const NPM = ["@modelcontextprotocol/sdk@1.27.1", "rxjs@7.8.2", "zod@4.1.12", "commander@15.1.0"];
const PIP = ["mcp==1.20.0", "fastmcp==2.13.0", "starlette==0.48.0", "pydantic==2.12.0"];
const SOURCE = /(?<!\.d)\.(?:[cm]?[jt]s|tsx|py)$/;

/** A folder with exactly `count` source files, half of them Python where pip is at hand. */
export async function sourceTree(count: number): Promise<string> {
  const tree = join(".corpus", `bench-${count}`);
  try {
    if (await Deno.readTextFile(join(tree, "complete.txt")) === `${count}\n`) return tree;
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  await Deno.remove(tree, { recursive: true }).catch(() => {});
  const scripts = await sourcesOf(NPM, fetchNpm);
  const python = await sourcesOf(PIP, fetchPip);
  for (let i = 0; i < count; i++) {
    const pool = i % 2 === 0 || python.length === 0 ? scripts : python;
    const from = pool[(i >> 1) % pool.length]!;
    // The round stands in the path, so that no two files share it.
    const to = join(tree, `round-${Math.floor((i >> 1) / pool.length)}`, from.path);
    await Deno.mkdir(dirname(to), { recursive: true });
    await Deno.writeFile(to, from.content);
  }
  await Deno.writeTextFile(join(tree, "complete.txt"), `${count}\n`);
  return tree;
}

interface Source {
  readonly path: string;
  readonly content: Uint8Array;
}

async function sourcesOf(
  names: readonly string[],
  fetchOne: (name: string, folder: string) => Promise<Source[]>,
): Promise<Source[]> {
  const sources: Source[] = [];
  for (const name of names) {
    const folder = join(".corpus", "packages", name.replaceAll(/[^\w.-]/g, "_"));
    await Deno.mkdir(folder, { recursive: true });
    for (const { path, content } of await fetchOne(name, folder)) {
      if (SOURCE.test(path)) {
        sources.push({ path: join(name.replaceAll(/[^\w.-]/g, "_"), path), content });
      }
    }
  }
  return sources;
}

async function fetchNpm(name: string, folder: string): Promise<Source[]> {
  const packed = await only(folder, ".tgz") ??
    (await run("npm", ["pack", "--ignore-scripts", "--silent", name], folder),
      await only(folder, ".tgz"));
  if (packed === undefined) throw new Error(`npm pack gave no archive for ${name}`);
  await run("tar", ["-xzf", packed], folder);
  return read(join(folder, "package"));
}

async function fetchPip(name: string, folder: string): Promise<Source[]> {
  const wheel = await only(folder, ".whl") ??
    (await run("pip", ["download", "--quiet", "--no-deps", "--only-binary", ":all:", name], folder),
      await only(folder, ".whl"));
  if (wheel === undefined) throw new Error(`pip download gave no wheel for ${name}`);
  const files = unzipSync(await Deno.readFile(join(folder, wheel)));
  return Object.entries(files).map(([path, content]) => ({ path, content }));
}

async function only(folder: string, suffix: string): Promise<string | undefined> {
  for await (const { name } of Deno.readDir(folder)) if (name.endsWith(suffix)) return name;
  return undefined;
}

async function run(program: string, args: readonly string[], cwd: string): Promise<void> {
  const { success, stderr } = await new Deno.Command(program, {
    args: [...args],
    cwd,
    stdout: "null",
  })
    .output();
  if (!success) throw new Error(`${program} failed: ${new TextDecoder().decode(stderr)}`);
}

async function read(root: string, below = ""): Promise<Source[]> {
  const sources: Source[] = [];
  const entries = await Array.fromAsync(Deno.readDir(join(root, below)));
  for (const { name, isDirectory, isFile } of entries.sort((a, b) => a.name < b.name ? -1 : 1)) {
    const path = join(below, name);
    if (isDirectory) sources.push(...await read(root, path));
    if (isFile) sources.push({ path, content: await Deno.readFile(join(root, path)) });
  }
  return sources;
}
