// Kept answers as a file that can be committed: sorted, one a line, so that it reads well in a review.
// What is read is held to its form; the answers in it are held to theirs when they are used.

import { isObject } from "./json.ts";
import type { KeptVerdict, VerdictStore } from "./verdicts.ts";

const FORMAT = "mcp-sentinel-verdicts-1";
const MAX_ENTRIES = 100_000;
const MAX_ANSWER = 20_000;
const MAX_MODEL = 200;

/** By question and model. */
type Entries = Map<string, Map<string, string>>;

export interface VerdictFile extends VerdictStore {
  /** The file's text, as it is to be written. */
  readonly format: () => string;
  /** Something was put that was not there. */
  readonly isChanged: () => boolean;
}

/** `undefined` for a text that is no file of answers; "" is one without any. */
export function readVerdictFile(text: string): VerdictFile | undefined {
  const entries = text === "" ? new Map() : parse(text);
  if (!entries) return undefined;
  let isChanged = false;
  return {
    get: (question, models) => Promise.resolve(find(entries.get(question), models)),
    put: (question, { model, text }) => {
      const known: Map<string, string> = entries.get(question) ?? new Map();
      entries.set(question, known);
      if (known.get(model) !== text) isChanged = true;
      known.set(model, text);
      return Promise.resolve();
    },
    format: () => format(entries),
    isChanged: () => isChanged,
  };
}

function find(
  known: ReadonlyMap<string, string> | undefined,
  models: readonly string[],
): KeptVerdict | undefined {
  if (!known) return undefined;
  for (const model of models.length > 0 ? models : [...known.keys()].sort()) {
    const text = known.get(model);
    if (text !== undefined) return { model, text };
  }
  return undefined;
}

function parse(text: string): Entries | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(value) || value["format"] !== FORMAT || !Array.isArray(value["verdicts"])) {
    return undefined;
  }
  const entries: Entries = new Map();
  for (const each of value["verdicts"].slice(0, MAX_ENTRIES)) {
    if (!isObject(each)) return undefined;
    const { question, model, answer } = each;
    if (typeof question !== "string" || !/^[0-9a-f]{64}$/.test(question)) return undefined;
    if (typeof model !== "string" || model.length > MAX_MODEL || !isObject(answer)) {
      return undefined;
    }
    const kept = JSON.stringify(answer);
    if (kept.length > MAX_ANSWER) return undefined;
    const known = entries.get(question);
    if (known) known.set(model, kept);
    else entries.set(question, new Map([[model, kept]]));
  }
  return entries;
}

function format(entries: Entries): string {
  const lines = [...entries].sort(byKey).flatMap(([question, models]) =>
    [...models].sort(byKey).map(([model, text]) =>
      JSON.stringify({ question, model, answer: JSON.parse(text) })
    )
  );
  const body = lines.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n]`;
  return `{"format": ${JSON.stringify(FORMAT)}, "verdicts": ${body}}\n`;
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
