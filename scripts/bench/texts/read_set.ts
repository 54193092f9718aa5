// Reads the sets of texts of this folder: one tool a line, with parameters after `||` (and what
// `@default`, `@choice`, `@example` or `@output` say of one), and parts that are written plainly
// here and encoded, hidden or disguised as the line is read.

import {
  type SurfaceItem,
  type SurfaceRole,
  type SurfaceText,
  verbatim,
} from "../../../src/core/mod.ts";
import { disguise } from "./disguises.ts";

export interface BenchText {
  /** The file's name: what kind of text it is. */
  readonly family: string;
  /** The line as it stands in the set. */
  readonly line: string;
  readonly item: SurfaceItem;
  /** Never looked at while rules are changed; only counted. */
  readonly heldOut: boolean;
}

/** The texts of all `.txt` files in a folder. */
export async function readSet(folder: URL): Promise<BenchText[]> {
  const texts: BenchText[] = [];
  for await (const { name } of Deno.readDir(folder)) {
    if (!name.endsWith(".txt")) continue;
    const family = name.slice(0, -".txt".length);
    for (const line of (await Deno.readTextFile(new URL(name, folder))).split("\n")) {
      if (line.trim() === "") continue;
      texts.push({ family, line, item: toItem(line), heldOut: isHeldOut(family, line) });
    }
  }
  return texts.sort((a, b) => a.family < b.family ? -1 : a.family > b.family ? 1 : 0);
}

/** A third of each family, chosen by what the text is. */
export function isHeldOut(family: string, line: string): boolean {
  return hash(`${family}\n${line}`) % 3 === 0;
}

/** FNV-1a, with its last bits mixed. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return (value ^ value >>> 15) >>> 0;
}

function toItem(line: string): SurfaceItem {
  const [description = "", ...parameters] = line.split(" || ").map(disguise);
  const texts: SurfaceText[] = [{ role: "description", value: verbatim(description, 0) }];
  for (const parameter of parameters) {
    const [, role, told] = /^@(default|choice|example|output) (.*)$/s.exec(parameter) ?? [];
    const [name = "", ...rest] = (told ?? parameter).split(": ");
    if (role !== undefined) {
      const about = role as SurfaceRole;
      texts.push({ role: about, parameter: name, value: verbatim(rest.join(": "), 0) });
      continue;
    }
    texts.push({ role: "parameter", value: verbatim(name, 0) });
    texts.push({ role: "parameter", parameter: name, value: verbatim(rest.join(": "), 0) });
  }
  const name = /^[A-Za-z]{2,20}/.exec(description)?.[0].toLowerCase() ?? "tool";
  return { owner: "tool", name, span: { start: 0, end: 0 }, texts };
}
