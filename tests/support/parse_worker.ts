// A worker that parses one text and answers with what the tree holds.

import type { Language } from "../../src/core/mod.ts";
import { parse } from "../../src/syntax/mod.ts";

const scope = self as unknown as Worker;

scope.onmessage = async ({ data }: MessageEvent<{ language: Language; text: string }>) => {
  const tree = await parse(data);
  scope.postMessage({ language: data.language, nodes: tree.size, errors: tree.errors });
};
