// Log commands of CI systems, which obey stderr as well as stdout: a name from a scanned folder or
// the command line must not become one. (For the report, the report room does the same.)

/** What GitHub's runner (`##[`) and Azure Pipelines' agent (`##vso[`) obey wherever it stands. */
const COMMAND_ANYWHERE = /##(?=\[|vso\[)/gi;
/** What GitHub's runner obeys at the start of a line, white space aside (`::`). */
const COMMAND_AT_START = /^(\s*):(?=:)/gm;

/** `text` without anything that the log reader of a CI system obeys. */
export function defuse(text: string): string {
  return text.replace(COMMAND_ANYWHERE, "#<U+0023>").replace(COMMAND_AT_START, "$1<U+003A>");
}
