// Text from a scanned file made safe for where it is shown: no byte steers a terminal, hides
// anything from a reader, or is taken for a command by the log reader of a CI system.

import { printable } from "../core/mod.ts";

/**
 * What GitHub's runner (`##[`) and Azure Pipelines' agent (`##vso[`) obey wherever it stands in a
 * line that a step prints.
 */
const COMMAND_ANYWHERE = /##(?=\[|vso\[)/gi;

/** What GitHub's runner obeys at the start of a line, white space aside (`::`). */
const COMMAND_AT_START = /^([^\S\n\r\u2028\u2029]*):(?=:)/gm;

/** `text` on one line, fit for a terminal and for the log of a CI job. */
export function showable(text: string): string {
  return printable(text).replace(COMMAND_ANYWHERE, "#<U+0023>");
}

/**
 * The last pass over whole lines of a terminal report: a command may come together only where
 * pieces meet, or start a line only where one was wrapped.
 */
export function defuseCommands(text: string): string {
  return text.replace(COMMAND_ANYWHERE, "#<U+0023>").replace(COMMAND_AT_START, "$1<U+003A>");
}

/** Units that JSON text may hold as they are; the rest is put before `printable`. */
const DOUBTFUL = /[^\n\x20-\x7e]/gu;
const COMMAND_BRACKET = /(?<=##(?:vso)?)\[/gi;

/**
 * `value` as JSON, indented by two, with a newline at the end. What `printable` would replace is
 * written as `\uXXXX`, so the text can be printed on a terminal and still loses nothing.
 */
export function safeJson(value: unknown): string {
  const json = JSON.stringify(value, null, 2)
    .replace(
      DOUBTFUL,
      (character) => printable(character) === character ? character : escaped(character),
    )
    .replace(COMMAND_BRACKET, "\\u005b");
  return json + "\n";
}

/** Each UTF-16 unit as `\uXXXX`, so a character beyond the BMP becomes a surrogate pair. */
function escaped(character: string): string {
  return character.split("")
    .map((unit) => "\\u" + unit.charCodeAt(0).toString(16).padStart(4, "0"))
    .join("");
}
