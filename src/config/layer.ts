// What one place says of settings: a file, the environment, the command line.

import type { Severity } from "../core/mod.ts";
import type { SettingName } from "./settings.ts";

/** A place in a file; `line` and `column` count from 1. */
export interface FileOrigin {
  readonly from: "project" | "user" | "named";
  /** As it is shown. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Where a value comes from. */
export type Origin =
  | { readonly from: "default" }
  | FileOrigin
  | { readonly from: "environment"; readonly variable: string }
  | { readonly from: "flag"; readonly flag: string };

export interface Given<V = unknown> {
  readonly value: V;
  readonly origin: Origin;
}

/** What is said of one name: the id of a rule, a family, or `all`. */
export interface RuleWord {
  readonly name: string;
  readonly says: "on" | "off" | Severity;
  readonly origin: Origin;
}

/** What holds in some paths alone. */
export interface PathRules {
  /** The folder that its globs start from: relative to the project root, with `/`; empty for it. */
  readonly folder: string;
  readonly globs: readonly string[];
  readonly words: readonly RuleWord[];
  readonly origin: Origin;
}

export interface Layer {
  readonly values: ReadonlyMap<SettingName, Given>;
  readonly words: readonly RuleWord[];
  readonly paths: readonly PathRules[];
}

export const EMPTY_LAYER: Layer = { values: new Map(), words: [], paths: [] };

/** The settings that hold, each from the strongest layer that says it; and all that is said of rules. */
export type Effective = Layer;

/** `layers` from the weakest to the strongest. */
export function merge(layers: readonly Layer[]): Effective {
  const words = new Map<string, RuleWord>();
  for (const word of layers.flatMap((layer) => layer.words)) {
    // Whether it runs and how grave it is are two things to say of one name.
    const key = `${isSwitch(word) ? "runs" : "severity"} ${word.name}`;
    words.delete(key);
    words.set(key, word);
  }
  return {
    values: new Map(layers.flatMap(({ values }) => [...values])),
    words: [...words.values()],
    paths: layers.flatMap(({ paths }) => paths),
  };
}

export function isSwitch(word: RuleWord): boolean {
  return word.says === "on" || word.says === "off";
}

/** `file:12`, `MCP_SENTINEL_…`, `--flag`, or `default`. */
export function originText(origin: Origin): string {
  switch (origin.from) {
    case "default":
      return "default";
    case "environment":
      return origin.variable;
    case "flag":
      return origin.flag;
    default:
      return `${origin.file}:${origin.line}`;
  }
}
