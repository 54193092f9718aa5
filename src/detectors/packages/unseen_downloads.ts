// Commands of a script that run what they fetch, with nothing that could tell one content from
// another.

import { type Located, partOf } from "../../core/mod.ts";
import { downloads } from "../manifests/downloads.ts";

/** A checksum or a signature in the same script. */
const CHECKED = /\b(?:sha\d{3}sum|shasum|gpg\s{1,8}--verify|cosign\s{1,8}verify)\b/;
/** The address of a commit gives what that commit holds. */
const COMMIT = /\/[0-9a-f]{40}\//;

/** Commands of a script that are looked at. */
const MAX_COMMANDS = 2_000;
/** Where a command ends: not before a line that it goes on in. */
const COMMAND = /(?:[^;&|\n\\]|\\\r?\n|\\|&(?!&)|\|(?!\|))+/g;

/** The commands of a script as it stands in the file. */
export function unseenDownloads(script: Located<string>): Located<string>[] {
  const { value } = script;
  if (CHECKED.test(value)) return [];
  const found: Located<string>[] = [];
  let looked = 0;
  for (const { index, 0: command } of value.matchAll(COMMAND)) {
    if (++looked > MAX_COMMANDS) break;
    if (COMMIT.test(command) || !downloads(command.replace(/\\\r?\n/g, " "))) continue;
    const start = index + command.length - command.trimStart().length;
    found.push(partOf(script, { start, end: index + command.trimEnd().length }));
  }
  return found;
}
