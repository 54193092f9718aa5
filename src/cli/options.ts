// Option values: from text to what they stand for, with an error that says what was expected.

import { InvalidArgumentError, Option } from "@commander-js/extra-typings";
import { readDuration, type Setting, type SettingName, settingOf } from "../config/mod.ts";
import { printable, SEVERITIES, type Severity } from "../core/mod.ts";
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

/** The value of a setting, or of an item of its list. */
function valueOf({ type }: Setting, given: string): unknown {
  const value = type.read(given);
  if (value !== undefined) return value;
  const nearest = type.values ? didYouMean(printable(given), type.values) : "";
  throw new InvalidArgumentError(`Expected ${type.expected}.${nearest}`);
}

/** The flag of a setting; `undefined` for one that has none. */
export function settingOption(name: SettingName): Option | undefined {
  const setting = settingOf(name);
  const { flag, flagWhat, what, type, shown } = setting;
  if (flag === undefined) return undefined;
  const isShownApart = shown !== undefined && setting.default === undefined;
  const told = (flagWhat ?? what) + (isShownApart ? ` (default: ${shown})` : "");
  const option = new Option(flag, told);
  // Said openly, as the contrary stands beside it.
  if (type.kind === "flag") return setting.default === true ? option.default(true) : option;
  // `choices` feeds help and completions; `argParser` after it gives the better error.
  if (type.values) option.choices(type.values);
  if (type.isList) {
    option.argParser((given: string, before: readonly unknown[] = []) => [
      ...before,
      valueOf(setting, given),
    ]);
  } else if (type.kind === "own") option.argParser(collectSeverities);
  else option.argParser((given) => valueOf(setting, given));
  if (setting.default !== undefined) option.default(setting.default, shown);
  return option;
}

/** The flag that takes a yes or no back that stands elsewhere; the help does not list it. */
export function contraryOption(name: SettingName): Option | undefined {
  const { flag, type } = settingOf(name);
  if (flag === undefined || type.kind !== "flag") return undefined;
  const long = flag.slice(flag.indexOf("--"));
  const contrary = long.startsWith("--no-") ? `--${long.slice(5)}` : `--no-${long.slice(2)}`;
  return new Option(contrary, `the contrary of ${long}`).hideHelp();
}

/** A severity for a name, as a flag says it. */
export interface NamedSeverity {
  readonly name: string;
  readonly severity: Severity;
}

function collectSeverities(
  given: string,
  before: readonly NamedSeverity[] = [],
): readonly NamedSeverity[] {
  const at = given.lastIndexOf("=");
  const [name, said] = [given.slice(0, at), given.slice(at + 1)];
  const severity = SEVERITIES.find((known) => known === said);
  if (at > 0 && severity) return [...before, { name, severity }];
  const nearest = at > 0 ? didYouMean(printable(said), SEVERITIES) : "";
  throw new InvalidArgumentError(
    `Expected NAME=SEVERITY, such as mcp-plain-http=medium.${nearest}`,
  );
}

/** `90s`, `30m`, `24h`, `7d` → milliseconds. */
export function parseDuration(given: string): number {
  const duration = readDuration(given);
  if (duration !== undefined) return duration;
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
