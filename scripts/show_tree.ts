// Prints the syntax tree of a file as the rules see it: field, node type, place and text.

import { hasGrammar, printable } from "../src/core/mod.ts";
import { parse } from "../src/syntax/mod.ts";
import { kindOf } from "../src/targets/mod.ts";

const [path] = Deno.args;
const kind = path === undefined ? undefined : kindOf(path);
if (path === undefined || kind === undefined || !hasGrammar(kind)) {
  console.error(
    "Usage: deno run -A scripts/show_tree.ts FILE",
  );
  Deno.exit(3);
}

const tree = await parse({ language: kind, text: await Deno.readTextFile(path) });
const depths: number[] = [];
for (let node = 0; node < tree.size; node++) {
  const parent = tree.parent(node);
  const depth = depths[node] = parent === undefined ? 0 : depths[parent]! + 1;
  const field = tree.fieldOf(node);
  const text = printable(tree.textOf(node).slice(0, 60));
  console.log(
    `${"  ".repeat(depth)}${field === undefined ? "" : `${field}: `}${tree.kind(node)}  ${text}`,
  );
}
