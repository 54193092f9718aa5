// What values a setting takes: how each is read from a file, a variable or a flag, in which words it
// is asked for, and how the published schema says it.

import { durationText, readDuration, readPercent, readSize, sizeText } from "./quantities.ts";

export type Scalar = string | number | boolean;

export interface ValueType<V> {
  readonly kind: "choice" | "flag" | "quantity" | "text" | "path" | "glob" | "rule" | "own";
  /** Completes "Expected …". */
  readonly expected: string;
  /** One value, or one item of a list; `undefined` for what is none. */
  readonly read: (given: Scalar) => V | undefined;
  /** A value as a person writes it, where that is not its plain text. */
  text?(value: V): string;
  /** Every right value, where these are few. */
  readonly values?: readonly string[];
  readonly isList?: true;
  /** In words, for the docs. */
  readonly words: string;
  /** JSON Schema of a value, or of an item. */
  readonly schema: object;
}

export function choiceOf<const V extends string>(values: readonly V[]): ValueType<V> {
  return {
    kind: "choice",
    expected: `one of ${values.join(", ")}`,
    read: (given) => values.find((known) => known === String(given)),
    values,
    words: values.map((value) => `\`${value}\``).join(", "),
    schema: { enum: values },
  };
}

export const FLAG: ValueType<boolean> = {
  kind: "flag",
  expected: "true or false",
  read: (given) => typeof given === "boolean" ? given : WORDS_OF_TRUTH.get(String(given)),
  values: ["true", "false"],
  words: "`true`, `false`",
  schema: { type: "boolean" },
};

/** Variables have no other way to say it. */
const WORDS_OF_TRUTH: ReadonlyMap<string, boolean> = new Map([["true", true], ["false", false]]);

export const SIZE: ValueType<number> = {
  kind: "quantity",
  expected: "a size such as 500k, 10MiB or 1048576 (bytes), at most 256MiB",
  read: (given) => typeof given === "boolean" ? undefined : readSize(String(given)),
  text: sizeText,
  words: "a size: `500k`, `10MiB`, `1048576`",
  schema: { type: ["string", "integer"] },
};

export const DURATION: ValueType<number> = {
  kind: "quantity",
  expected: "a duration such as 90s, 30m, 24h or 7d",
  read: (given) => typeof given === "string" ? readDuration(given) : undefined,
  text: durationText,
  words: "a duration: `90s`, `30m`, `24h`, `7d`",
  schema: { type: "string", pattern: "^[0-9]{1,9} ?[smhdSMHD]$" },
};

export const PERCENT: ValueType<number> = {
  kind: "quantity",
  expected: "a share in percent, from 0 to 100",
  read: (given) => typeof given === "boolean" ? undefined : readPercent(String(given)),
  words: "percent: `95`",
  schema: {
    anyOf: [{ type: "number", minimum: 0, maximum: 100 }, { type: "string", pattern: "%$" }],
  },
};

const DOLLAR = /^\$?(\d{1,6}(?:\.\d{1,6})?)$/;

function readDollars(given: Scalar): number | undefined {
  const [, amount] = DOLLAR.exec(String(given).trim()) ?? [];
  return amount === undefined ? undefined : Number(amount);
}

export const DOLLARS: ValueType<number> = {
  kind: "quantity",
  expected: "dollars, such as 0.50 or 2",
  read: readDollars,
  words: "dollars: `0.50`, `2`",
  schema: { anyOf: [{ type: "number", minimum: 0 }, { type: "string" }] },
};

/** What a million tokens of a model cost. */
export interface ModelPrice {
  readonly model: string;
  /** Dollars. */
  readonly input: number;
  readonly output: number;
}

export const MODEL_PRICES: ValueType<ModelPrice> = {
  kind: "quantity",
  expected: "MODEL=IN/OUT in dollars for a million tokens, such as my-model=0.25/2",
  read: (given) => {
    const text = String(given);
    const at = text.lastIndexOf("=");
    const model = text.slice(0, Math.max(at, 0));
    const [input, output, ...rest] = text.slice(at + 1).split("/").map(readDollars);
    const isPrice = input !== undefined && output !== undefined && rest.length === 0;
    return isPrice && /^[!-~]{1,200}$/.test(model) ? { model, input, output } : undefined;
  },
  text: ({ model, input, output }) => `${model}=${input}/${output}`,
  isList: true,
  words: "a list of `MODEL=IN/OUT`, in dollars for a million tokens",
  schema: { type: "string", pattern: "^.+=[0-9.$]+/[0-9.$]+$" },
};

const LONGEST_TEXT = 4000;

export const TEXT: ValueType<string> = {
  kind: "text",
  expected: "a text",
  read: (given) =>
    typeof given === "string" && given.trim() !== "" && given.length <= LONGEST_TEXT
      ? given
      : undefined,
  words: "text",
  schema: { type: "string", minLength: 1 },
};

/** An empty one, from a variable that is not set say, is no path. */
export const PATH: ValueType<string> = {
  ...TEXT,
  kind: "path",
  expected: "a path",
  words: "a path",
};
export const PATHS: ValueType<string> = { ...PATH, isList: true, words: "a list of paths" };

export const GLOBS: ValueType<string> = {
  ...TEXT,
  kind: "glob",
  expected: "a glob such as 'vendor/**'",
  isList: true,
  words: "a list of globs",
};

/** The id of a rule, a family, or `all`. */
export const RULE_NAMES: ValueType<string> = {
  ...TEXT,
  kind: "rule",
  expected: "the id of a rule, a family, or all",
  isList: true,
  words: "a list of rules' ids, families, or `all`",
};
