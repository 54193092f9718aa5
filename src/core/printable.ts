// Hostile names and text made safe to show: nothing that steers a terminal, hides or reorders
// what a reader sees, or is taken for a workflow command, passes as it is.

const UNSEEN =
  "\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u202a-\\u202e" +
  "\\u2060-\\u206f\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\u{1bca0}-\\u{1bca3}" +
  "\\u{1d173}-\\u{1d17a}\\u{e0000}-\\u{e0fff}";

/**
 * Characters without a mark of their own: they cut words apart for a matcher but not for a model.
 * Emoji and several scripts use some of them rightly.
 */
export const INVISIBLE = new RegExp(`[${UNSEEN}]`, "u");

/**
 * C0, DEL, C1, line separators, specials, invisible characters, lone surrogates; but not the
 * selector that gives an emoji its colours.
 */
const UNPRINTABLE = new RegExp(
  `[\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ufff0-\\ufffb]|(?!\\ufe0f)[${UNSEEN}]|` +
    "[\\ud800-\\udfff]",
  "gu",
);

/** `text` on one line, with tabs as spaces and each unprintable character as `<U+202E>`. */
export function printable(text: string): string {
  return text.replaceAll("\t", " ").replace(UNPRINTABLE, codePoint);
}

function codePoint(character: string): string {
  const hex = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0");
  return `<U+${hex}>`;
}

/**
 * What GitHub's runner (`##[`) and Azure Pipelines' agent (`##vso[`) obey wherever it stands in a
 * line that a step prints.
 */
const COMMAND_ANYWHERE = /##(?=\[|vso\[)/gi;

/** What GitHub's runner obeys at the start of a line, white space aside (`::`). */
const COMMAND_AT_START = /^([^\S\n\r\u2028\u2029]*):(?=:)/gm;

/** `printable`, and fit for a piece of a line in the log of a CI job. */
export function showable(text: string): string {
  return printable(text).replace(COMMAND_ANYWHERE, "#<U+0023>");
}

/**
 * Whole lines without anything that the log reader of a CI system obeys: a command may come
 * together only where pieces meet, or start a line only where one was wrapped.
 */
export function defuseCommands(text: string): string {
  return text.replace(COMMAND_ANYWHERE, "#<U+0023>").replace(COMMAND_AT_START, "$1<U+003A>");
}
