// A YAML text as plain values that know where they stand. Of YAML it takes mappings, lists, texts,
// numbers and truths; what could grow (aliases), run on (depth) or do something (tags) is refused.

import { isAlias, isMap, isScalar, isSeq, type Node, parseDocument } from "yaml";
import { nestingDepth } from "../syntax/mod.ts";

/** Units of one file. */
export const MAX_FILE_LENGTH = 256 * 1024;
/** Values of one file, and how deep they stand in one another. */
const MAX_VALUES = 20_000;
const MAX_DEPTH = 12;
const MAX_PROBLEMS = 20;
/** Brackets in one another that the parser is given; code in an example has its own. */
const MAX_BRACKETS = 200;

const TOO_DEEP = "Values stand too deep in one another";

interface Placed {
  /** Offset in the text. */
  readonly at: number;
}

export interface MapValue extends Placed {
  readonly kind: "map";
  readonly entries: readonly MapEntry[];
}

export interface MapEntry extends Placed {
  readonly key: string;
  readonly value: Value;
}

export interface ListValue extends Placed {
  readonly kind: "list";
  readonly items: readonly Value[];
}

export interface ScalarValue extends Placed {
  readonly kind: "scalar";
  readonly value: string | number | boolean | null;
}

export type Value = MapValue | ListValue | ScalarValue;

/** Something wrong with a text of rules. */
export interface Problem extends Placed {
  readonly message: string;
}

/** `value` is left out where the text is empty or cannot be read at all. */
export function readDocument(
  text: string,
  { holds = "rules" }: { readonly holds?: string } = {},
): { readonly value?: Value; readonly problems: readonly Problem[] } {
  if (text.length > MAX_FILE_LENGTH) {
    return refused(`Expected at most ${MAX_FILE_LENGTH / 1024} KiB of ${holds} in one file`);
  }
  if (nestingDepth(text) > MAX_BRACKETS) return refused("Brackets stand too deep in one another");
  try {
    const document = parseDocument(text, {
      merge: false,
      prettyErrors: false,
      logLevel: "error",
      // Comparing each key with each takes long; the reader below looks for doubles.
      uniqueKeys: false,
    });
    const problems = [...document.errors, ...document.warnings]
      .slice(0, MAX_PROBLEMS)
      .map(({ pos, message }) => ({ at: pos[0], message: sentence(message) }));
    if (problems.length > 0) return { problems };
    if (document.contents === null) return refused(`Expected ${holds}, and the file is empty`);
    return new Reader().read(document.contents);
  } catch (error) {
    // The parser calls itself for what stands in something else.
    if (error instanceof RangeError) return refused(TOO_DEEP);
    throw error;
  }
}

function refused(message: string): { readonly problems: readonly Problem[] } {
  return { problems: [{ at: 0, message }] };
}

/** The parser's first line, as our messages are written. */
function sentence(message: string): string {
  const [line = ""] = message.split("\n");
  if (line.includes("call stack")) return TOO_DEEP;
  return `No YAML: ${line.replace(/[.:]$/, "")}`;
}

class Reader {
  readonly #problems: Problem[] = [];
  #values = 0;

  read(node: Node): { readonly value?: Value; readonly problems: readonly Problem[] } {
    const value = this.#value(node, 0);
    return { ...(value && { value }), problems: this.#problems };
  }

  #refuse(at: number, message: string): undefined {
    this.#problems.push({ at, message });
    return undefined;
  }

  #value(node: Node | null | undefined, depth: number): Value | undefined {
    const at = node?.range?.[0] ?? 0;
    if (++this.#values > MAX_VALUES) {
      if (this.#values === MAX_VALUES + 1) this.#refuse(at, "Too many values in one file");
      return undefined;
    }
    if (depth > MAX_DEPTH) return this.#refuse(at, TOO_DEEP);
    if (isAlias(node)) return this.#refuse(at, "Aliases are not taken; write the value out");
    if (!node) return { kind: "scalar", at, value: null };
    const { tag, anchor } = node as { tag?: string; anchor?: string };
    if (anchor !== undefined) return this.#refuse(at, "Anchors are not taken");
    if (tag !== undefined && !CORE_TAGS.has(tag)) {
      return this.#refuse(at, "Tags are not taken; write a plain value");
    }
    if (isScalar(node)) return this.#scalar(node.value, at);
    if (isSeq(node)) {
      const items = node.items.flatMap((item) => this.#value(item as Node, depth + 1) ?? []);
      return { kind: "list", at, items };
    }
    if (isMap(node)) return { kind: "map", at, entries: this.#entries(node.items, depth) };
    return this.#refuse(at, "Expected a mapping, a list or a plain value");
  }

  #scalar(value: unknown, at: number): ScalarValue | undefined {
    if (
      value === null || typeof value === "string" || typeof value === "boolean" ||
      typeof value === "number"
    ) return { kind: "scalar", at, value };
    return this.#refuse(at, "Expected text, a number, true or false");
  }

  #entries(items: readonly { key: unknown; value: unknown }[], depth: number): MapEntry[] {
    const known = new Set<string>();
    return items.flatMap(({ key, value }) => {
      const at = (key as Node | null)?.range?.[0] ?? 0;
      if (!isScalar(key) || typeof key.value !== "string") {
        this.#refuse(at, "Expected a key that is text");
        return [];
      }
      if (known.has(key.value)) {
        this.#refuse(at, `The key "${key.value}" stands here a second time`);
        return [];
      }
      known.add(key.value);
      const found = this.#value(value as Node | null, depth + 1);
      return found ? [{ key: key.value, at, value: placed(found, at) }] : [];
    });
  }
}

/** A value that is not written stands where its key does. */
function placed(value: Value, at: number): Value {
  return value.kind === "scalar" && value.value === null && value.at === 0
    ? { ...value, at }
    : value;
}

const CORE_TAGS: ReadonlySet<string> = new Set(
  ["map", "seq", "str", "null", "bool", "int", "float"].map((name) => `tag:yaml.org,2002:${name}`),
);
