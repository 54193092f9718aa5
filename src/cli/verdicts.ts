// Where answers of models are kept: in a store beside the cache of scans, and in a file that the user
// names. The file is asked first, as it is what a team has agreed on.

import { createHash } from "node:crypto";
import { join, resolve } from "node:path";
import type { KeptVerdict, VerdictStore } from "../ai/mod.ts";
import { Failure, printable } from "../core/mod.ts";
import { openCache } from "../store/mod.ts";
import type { Io } from "./io.ts";
import type { Log } from "./log.ts";
import { checkWritable, writeWhole } from "./output.ts";
import { type CacheAsked, cacheFolder, missingFlags } from "./scan_cache.ts";

const DAYS = 86_400_000;
/** An answer does not age; what is not used for so long is not missed. */
const TTL = 180 * DAYS;
const MAX_BYTES = 64 * 1024 ** 2;
const MAX_FILE = 32 * 1024 ** 2;

export interface VerdictOptions extends CacheAsked {
  readonly aiCache?: string | undefined;
  readonly aiReplay?: true | undefined;
}

export interface Verdicts extends VerdictStore {
  /** Files of its own, absolute, that are no part of the target. */
  readonly files: readonly string[];
  readonly close: () => Promise<void>;
}

/** The folder of the store of answers, within that of the cache. */
export function verdictFolder(cache: string): string {
  return join(cache, "verdicts");
}

export async function openVerdicts(
  io: Io,
  { options, log }: { readonly options: VerdictOptions; readonly log: Log },
): Promise<Verdicts> {
  const file = await openFile(io, options);
  const store = options.cache ? await openStore(io, options, log) : undefined;
  const stores = [file?.verdicts, store].filter((each) => each !== undefined);
  return {
    files: file ? [file.path] : [],
    get: async (question, models) => {
      for (const each of stores) {
        // A replay needs no provider, so whoever has answered will do.
        const known = await each.get(question, models) ??
          (options.aiReplay ? await each.get(question, []) : undefined);
        if (!known) continue;
        // A file that is to be committed holds all that was used.
        if (each !== file?.verdicts && !options.aiReplay) await file?.verdicts.put(question, known);
        return known;
      }
      return undefined;
    },
    put: async (question, verdict) => {
      for (const each of stores) await each.put(question, verdict);
    },
    close: async () => {
      if (file && !options.aiReplay && file.verdicts.isChanged()) {
        await writeWhole(file.path, file.verdicts.format(), "--ai-cache");
      }
      await store?.close();
    },
  };
}

async function openFile(io: Io, { aiCache, aiReplay }: VerdictOptions) {
  if (aiCache === undefined) return undefined;
  const { readVerdictFile } = await import("../ai/mod.ts");
  const path = resolve(io.cwd(), aiCache);
  if (aiReplay !== true) checkWritable(path, "--ai-cache");
  const verdicts = readVerdictFile(readText(path, aiCache, aiReplay === true));
  if (verdicts) return { path, verdicts };
  throw new Failure("malformed-verdicts", `Expected answers of models in "${printable(aiCache)}"`, {
    hint: "Take the file away to start anew; scan --ai --ai-cache FILE writes one",
  });
}

function readText(path: string, shown: string, isNeeded: boolean): string {
  try {
    if (Deno.statSync(path).size > MAX_FILE) throw new Error("it is too large");
    return Deno.readTextFileSync(path);
  } catch (cause) {
    if (cause instanceof Deno.errors.NotFound && !isNeeded) return "";
    const reason = cause instanceof Deno.errors.NotFound
      ? "there is none"
      : cause instanceof Error
      ? cause.message
      : "it cannot be opened";
    throw new Failure(
      "malformed-verdicts",
      `Could not read the answers "${printable(shown)}": ${printable(reason)}`,
      { hint: "scan --ai --ai-cache FILE, without --ai-replay, writes such a file", cause },
    );
  }
}

async function openStore(
  io: Io,
  { cacheDir, quiet }: VerdictOptions,
  log: Log,
): Promise<(VerdictStore & { readonly close: () => Promise<void> }) | undefined> {
  const parent = cacheFolder(io, cacheDir);
  if (parent === undefined || typeof Deno.openKv !== "function") return undefined;
  const flags = missingFlags(parent, cacheDir);
  if (flags !== undefined) {
    log.detail(`Answers are not kept: no permission for ${parent} (grant it with ${flags})`);
    return undefined;
  }
  const store = await openCache({
    folder: verdictFolder(parent),
    ttl: TTL,
    maxBytes: MAX_BYTES,
    now: Date.now,
    onTrouble: (reason) => {
      const message = `note: Answers of models are not kept: ${printable(reason)}\n`;
      if (quiet) log.detail(message);
      else io.writeError(message);
    },
  });
  return {
    get: async (question, models): Promise<KeptVerdict | undefined> => {
      const texts = await store.get(models.map((model) => keyOf(question, model)));
      const at = texts.findIndex((text) => text !== undefined);
      return at < 0 ? undefined : { model: models[at]!, text: texts[at]! };
    },
    put: (question, { model, text }) => store.put(keyOf(question, model), text),
    close: async () => {
      await store.close();
      if (store.isStuck()) io.onStuck();
    },
  };
}

function keyOf(question: string, model: string): string {
  return createHash("sha256").update(JSON.stringify([question, model])).digest("base64url");
}
