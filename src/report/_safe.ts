// JSON that can be printed on a terminal or in the log of a CI job as it is, and loses nothing.

import { printable } from "../core/mod.ts";

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
