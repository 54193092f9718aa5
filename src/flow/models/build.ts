// Short ways to write a table's lines.

import type { SinkKind } from "../kinds.ts";
import type { CallModel, Models, SinkModel, Which } from "./model.ts";

export type Lines = readonly (readonly [names: string, model: CallModel])[];

/** Names are parted by blanks; the first line of a name wins. */
export function table(...groups: readonly Lines[]): Models {
  const models = new Map<string, CallModel>();
  for (const [names, model] of groups.flat()) {
    for (const name of names.split(/\s+/)) {
      if (name !== "" && !models.has(name)) models.set(name, model);
    }
  }
  return models;
}

/** A sink whose argument at one of these places counts; what it gives back is new. */
export function sink(
  kind: SinkKind,
  words: string,
  { args = [0], ...more }: Partial<Omit<SinkModel, "kind" | "words">> = {},
): CallModel {
  return { sinks: [{ kind, words, args, ...more }], passes: "none" };
}

export function sinks(...all: readonly CallModel[]): CallModel {
  return { sinks: all.flatMap((each) => each.sinks ?? []), passes: "none" };
}

export function passes(...args: readonly Which[]): CallModel {
  return { passes: args };
}
