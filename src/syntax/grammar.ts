// Loads tree-sitter and its grammars out of generated modules, each when a file first needs it.
// This works from a checkout, a registry, an executable and a worker, and needs no permission.

import { Language as Grammar, Parser } from "web-tree-sitter";
import type { Language } from "../core/mod.ts";

/** Literal imports, so that the module graph (and so every package of it) holds the grammars. */
const MODULES: Readonly<Record<Language, () => Promise<{ readonly WASM: string }>>> = {
  go: () => import("./grammars/go.ts"),
  javascript: () => import("./grammars/javascript.ts"),
  python: () => import("./grammars/python.ts"),
  tsx: () => import("./grammars/tsx.ts"),
  typescript: () => import("./grammars/typescript.ts"),
};

/** Pages of 64 KiB, as tree-sitter's own module asks for them. */
const MEMORY = { initial: 512, maximum: 32768 } as const;

let memory: WebAssembly.Memory | undefined;

/** Bytes that tree-sitter has taken so far; it gives none back. */
export function memoryTaken(): number {
  return memory?.buffer.byteLength ?? 0;
}

let started: Promise<void> | undefined;
const parsers = new Map<Language, Promise<Parser>>();

/** The one parser of a language; never delete it. */
export function parserFor(language: Language): Promise<Parser> {
  let parser = parsers.get(language);
  if (!parser) {
    parser = loadParser(language);
    parsers.set(language, parser);
  }
  return parser;
}

async function loadParser(language: Language): Promise<Parser> {
  started ??= import("./grammars/core.ts").then(async ({ WASM }) => {
    memory = new WebAssembly.Memory(MEMORY);
    await Parser.init({ wasmBinary: await unpack(WASM), wasmMemory: memory });
  });
  const [{ WASM }] = await Promise.all([MODULES[language](), started]);
  const parser = new Parser();
  parser.setLanguage(await Grammar.load(await unpack(WASM)));
  return parser;
}

async function unpack(base64: string): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Blob([Uint8Array.fromBase64(base64)]).stream();
  const unpacked = packed.pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(unpacked).arrayBuffer());
}
