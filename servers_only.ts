// The honest texts of published servers, read where the corpus is unpacked: what their sources
// declare, one text of at least a few words each, no text twice.

import { isLanguage, type SurfaceItem, verbatim } from "/tmp/texts5/src/core/mod.ts";
import { SURFACE_KEYWORDS, toolSurface } from "/tmp/texts5/src/mcp/mod.ts";
import { parse } from "/tmp/texts5/src/syntax/mod.ts";
import { discover, readSource } from "/tmp/texts5/src/targets/mod.ts";
import { type BenchText, isHeldOut } from "/tmp/texts5/scripts/bench/texts/read_set.ts";

const FAMILY = "published servers";
const SHORTEST = 20;
const LARGEST = 2 * 1024 * 1024;

/** Texts of every server below the folder; those of a tool with parameters also as a whole. */
export async function serverTexts(folder: string, only?: string): Promise<BenchText[]> {
  const seen = new Set<string>();
  const texts: BenchText[] = [];
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    if (!isDirectory || (only !== undefined && name !== only)) continue;
    for (const item of await surfaceOf(`${folder}/${name}`)) {
      for (const part of partsOf(item)) {
        const line = part.texts.map(({ value }) => value.text).join(" || ");
        if (line.length < SHORTEST || seen.has(line)) continue;
        seen.add(line);
        texts.push({ family: FAMILY, line, item: part, heldOut: isHeldOut(FAMILY, line) });
      }
    }
  }
  return texts;
}

function partsOf(item: SurfaceItem): SurfaceItem[] {
  // Copied, so that what a rule remembers of a text is not that of another part.
  const texts = item.texts.map((text) => ({ ...text, value: verbatim(text.value.text, 0) }));
  const alone = texts.map((text) => ({ ...item, texts: [text] }));
  return texts.length > 1 ? [...alone, { ...item, texts }] : alone;
}

async function surfaceOf(folder: string): Promise<SurfaceItem[]> {
  const options = { cwd: folder, include: [], exclude: [], ignore: false };
  const items: SurfaceItem[] = [];
  for (const file of (await discover([folder], options)).files) {
    const read = await readSource(file, { maxFileSize: LARGEST });
    if (read.status !== "read" || !isLanguage(read.file.kind)) continue;
    const { kind, text } = read.file;
    if (!SURFACE_KEYWORDS[kind].some((word) => text.includes(word))) continue;
    items.push(...toolSurface(await parse({ language: kind, text })));
  }
  return items;
}
