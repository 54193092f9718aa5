// Option values: from text to what they stand for, with an error that says what was expected.

import { InvalidArgumentError, Option } from "@commander-js/extra-typings";
import { printable } from "../core/mod.ts";
import { didYouMean } from "./suggest.ts";

/** Reads one of `values`; anything else is an error that names the nearest. */
export function oneOf<const Values extends readonly string[]>(
  values: Values,
): (given: string) => Values[number] {
  return (given) => {
    const value = values.find((known) => known === given);
    if (value !== undefined) return value;
    throw new InvalidArgumentError(
      `Expected one of ${values.join(", ")}.${didYouMean(printable(given), values)}`,
    );
  };
}

/** An option that takes one of `values`. */
export function choice<const Flags extends string, const Values extends readonly string[]>(
  flags: Flags,
  description: string,
  values: Values,
): Option<Flags, undefined, undefined, undefined, false, Values[number]> {
  // `choices` feeds help and completions; `argParser` after it gives the better error.
  return new Option(flags, description).choices(values).argParser(oneOf(values)) as never;
}

/** A repeatable option that takes one of `values`; the help lists them unless there are many. */
export function severalOf<const Flags extends string, const Values extends readonly string[]>(
  flags: Flags,
  description: string,
  values: Values,
  { isLong = false }: { readonly isLong?: boolean } = {},
): Option<Flags, undefined, undefined, undefined, false, readonly Values[number][]> {
  const read = oneOf(values);
  const option = new Option(flags, description).choices(values);
  option.argParser((given: string, before: readonly Values[number][] = []) => [
    ...before,
    read(given),
  ]);
  if (isLong) delete option.argChoices;
  return option as never;
}

const UNITS: Readonly<Record<string, number>> = {
  "": 1,
  b: 1,
  k: 1024,
  kb: 1024,
  kib: 1024,
  m: 1024 ** 2,
  mb: 1024 ** 2,
  mib: 1024 ** 2,
  g: 1024 ** 3,
  gb: 1024 ** 3,
  gib: 1024 ** 3,
};

/** What fits into one string with room to spare. */
const LARGEST = 256 * 1024 ** 2;

/** `500k`, `10 MiB`, `1048576` → bytes. */
export function parseSize(given: string): number {
  const [, number, unit] = /^(\d{1,15}(?:\.\d{1,6})?) ?([a-z]{0,3})$/i.exec(given.trim()) ?? [];
  const factor = UNITS[(unit ?? "").toLowerCase()];
  const bytes = Math.floor(Number(number) * (factor ?? NaN));
  if (bytes >= 1 && bytes <= LARGEST) return bytes;
  throw new InvalidArgumentError(
    "Expected a size such as 500k, 10MiB or 1048576 (bytes), at most 256MiB.",
  );
}

const TIMES: Readonly<Record<string, number>> = {
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};
const LONGEST = 3650 * TIMES["d"]!;

/** `90s`, `30m`, `24h`, `7d` → milliseconds. */
export function parseDuration(given: string): number {
  const [, number, unit] = /^(\d{1,9}) ?([smhd])$/i.exec(given.trim()) ?? [];
  const duration = Number(number) * (TIMES[(unit ?? "").toLowerCase()] ?? NaN);
  if (duration >= 1 && duration <= LONGEST) return duration;
  throw new InvalidArgumentError("Expected a duration such as 90s, 30m, 24h or 7d.");
}

/** A path; an empty one, from a variable that is not set say, is no path. */
export function path(given: string): string {
  if (given === "") throw new InvalidArgumentError("Expected a path.");
  return given;
}

/** Collects paths of a repeatable option. */
export function collectPaths(given: string, before: readonly string[] = []): readonly string[] {
  return [...before, path(given)];
}

/** Collects a repeatable option. */
export function collect(given: string, before: readonly string[] = []): readonly string[] {
  if (given.trim() === "") throw new InvalidArgumentError("Expected a glob such as 'vendor/**'.");
  return [...before, given];
}
