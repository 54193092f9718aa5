// The line that an automatic command gives to a shell, as rules look at it.

import type { AutoRun, Located } from "../../core/mod.ts";

/** Units of a line that are judged. */
const MAX_LINE = 10_000;

/** Program and arguments as one line, in a shell's order. */
export function lineOf({ command, args }: AutoRun): string {
  let line = command.value.slice(0, MAX_LINE);
  for (const { value } of args) {
    if (line.length >= MAX_LINE) break;
    line += ` ${value.slice(0, MAX_LINE - line.length)}`;
  }
  return line;
}

/** What runs it, as a message starts: `Hook "SessionStart"`. */
export function subjectOf({ words }: AutoRun): string {
  return words[0]!.toUpperCase() + words.slice(1);
}

/** The first scalar of a setting with one of `values`. */
export function settingWith(
  settings: readonly Located<string>[] | undefined,
  values: RegExp,
): Located<string> | undefined {
  return settings?.find(({ value }) => values.test(value));
}
