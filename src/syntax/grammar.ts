// Loads tree-sitter and its grammars out of generated modules, each when a file first needs it.
// This works from a checkout, a registry, an executable and a worker, and needs no permission.

import { Language as Loaded, Parser } from "web-tree-sitter";
import type { Grammar } from "../core/mod.ts";
import { Engine } from "./engine.ts";

/** Literal imports, so that the module graph (and so every package of it) holds the grammars. */
const MODULES: Readonly<Record<Grammar, () => Promise<{ readonly WASM: string }>>> = {
  csharp: () => import("./grammars/csharp.ts"),
  go: () => import("./grammars/go.ts"),
  java: () => import("./grammars/java.ts"),
  javascript: () => import("./grammars/javascript.ts"),
  php: () => import("./grammars/php.ts"),
  python: () => import("./grammars/python.ts"),
  ruby: () => import("./grammars/ruby.ts"),
  rust: () => import("./grammars/rust.ts"),
  tsx: () => import("./grammars/tsx.ts"),
  typescript: () => import("./grammars/typescript.ts"),
};

export interface LoadedParser {
  /** The one parser of its language; never delete it. */
  readonly parser: Parser;
  readonly engine: Engine;
  readonly names: GrammarNames;
}

/** Names by ids. */
export interface GrammarNames {
  readonly kindNames: readonly string[];
  readonly fieldNames: readonly (string | null)[];
}

let started: Promise<Engine> | undefined;
const parsers = new Map<Grammar, Pick<LoadedParser, "parser" | "names">>();

/** To be called by one file after the other: a grammar is loaded into clean memory. */
export async function parserFor(language: Grammar): Promise<LoadedParser> {
  const engine = await (started ??= startEngine());
  let known = parsers.get(language);
  if (!known) {
    const grammar = await unpack((await MODULES[language]()).WASM);
    engine.restore();
    const loaded = await Loaded.load(grammar);
    const parser = new Parser().setLanguage(loaded);
    engine.remember();
    parsers.set(language, known = { parser, names: namesOf(loaded) });
  }
  return { ...known, engine };
}

function namesOf({ types, fields }: Loaded): GrammarNames {
  return {
    // Hidden symbols have none.
    kindNames: types.map(asKey),
    fieldNames: fields.map((name) => name === null ? null : asKey(name)),
  };
}

/** The same text as those that stand in the program, so that comparing them costs nothing. */
function asKey(name: string): string {
  return Object.keys({ [name]: true })[0]!;
}

async function startEngine(): Promise<Engine> {
  const { WASM } = await import("./grammars/core.ts");
  return await Engine.start(await unpack(WASM));
}

async function unpack(base64: string): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Blob([Uint8Array.fromBase64(base64)]).stream();
  const unpacked = packed.pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(unpacked).arrayBuffer());
}
