// JSON text that can be printed on a terminal or in the log of a CI job as it is, and loses nothing.

import { printable } from "./printable.ts";

/** Units that JSON text may hold as they are; the rest is put before `printable`. */
const DOUBTFUL = /[^\n\x20-\x7e]/gu;
const COMMAND_BRACKET = /(?<=##(?:vso)?)\[/gi;

/** `json` with what `printable` would replace as `\uXXXX`; the value is the same. */
export function printableJson(json: string): string {
  return json
    .replace(
      DOUBTFUL,
      (character) => printable(character) === character ? character : escaped(character),
    )
    .replace(COMMAND_BRACKET, "\\u005b");
}

/** Each UTF-16 unit as `\uXXXX`, so a character beyond the BMP becomes a surrogate pair. */
function escaped(character: string): string {
  return character.split("")
    .map((unit) => "\\u" + unit.charCodeAt(0).toString(16).padStart(4, "0"))
    .join("");
}
