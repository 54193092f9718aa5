// What means the same has the same flows: new names, comments, another order, a function in two, a
// helper in another file change none, in any language.

import assert from "node:assert/strict";
import { type Flow, flowsOf, lower, type ProgramFile, projectFacts } from "../../src/flow/mod.ts";
import { commentAll } from "./properties/comments.ts";
import { isCode, type Rewrite, type Texts, treeOf } from "./properties/edit.ts";
import { moveHelpers } from "./properties/move.ts";
import { type Program, programs } from "./properties/programs.ts";
import { renameAll } from "./properties/rename.ts";
import { reorderAll } from "./properties/reorder.ts";
import { splitEarly, splitLate } from "./properties/split.ts";

interface Property {
  readonly name: string;
  readonly rewrite: Rewrite;
  /** So many programs it must really have changed. */
  readonly least: number;
}

const PROPERTIES: readonly Property[] = [
  {
    name: "new names for variables and helpers",
    rewrite: renameAll,
    least: 600,
  },
  { name: "comments and blank lines", rewrite: commentAll, least: 800 },
  { name: "functions in another order", rewrite: reorderAll, least: 150 },
  {
    name: "a function split behind its first statement",
    rewrite: splitEarly,
    least: 700,
  },
  {
    name: "a function split before its last two statements",
    rewrite: splitLate,
    least: 700,
  },
  {
    name: "helpers moved into another file",
    rewrite: moveHelpers,
    least: 180,
  },
  {
    name: "halves of functions moved into another file",
    rewrite: async (texts) => {
      const split = await splitEarly(texts);
      return split && await moveHelpers(split);
    },
    least: 700,
  },
];

const PROGRAMS = programs();
const known = new Map<Program, readonly string[]>();

for (const { name, rewrite, least } of PROPERTIES) {
  Deno.test(`flows stay with ${name}`, async () => {
    let changed = 0;
    const different: string[] = [];
    for (const program of PROGRAMS) {
      const made = await rewrite(program.texts);
      if (!made) continue;
      changed++;
      if (!known.has(program)) known.set(program, await flowsIn(program.texts));
      const found = await flowsIn(made);
      if (found.join() !== known.get(program)!.join()) different.push(program.name);
    }
    assert.deepEqual(different, []);
    assert.ok(changed >= least, `changed ${changed} programs only`);
  });
}

/** Evidence, kind and callee of each flow. */
async function flowsIn(texts: Texts): Promise<string[]> {
  const files: ProgramFile[] = [];
  for (const [path, text] of Object.entries(texts)) {
    if (!isCode(path)) continue;
    const tree = await treeOf(path, text);
    assert.equal(tree.errors, 0, `Not ${tree.language} any more:\n${text}`);
    files.push({ path, module: lower(tree) });
  }
  const facts = projectFacts(files.map(({ path }) => path), (path) => texts[path]);
  // As in the cases: what a page says in a result is left out.
  return flowsOf(files, facts).flows.filter(({ source }) => source !== "page").map(told).sort();
}

function told({ evidence, kind, callee }: Flow): string {
  return `${evidence} ${kind} ${callee}`;
}
