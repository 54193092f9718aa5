// What must hold of a run whatever it was given: an exit code of its own, no stack, no cry of a
// bug, and nothing on either stream that a terminal or a CI log would obey.

import assert from "node:assert/strict";
import type { CliResult } from "./run_cli.ts";

const OBEYED =
  // deno-lint-ignore no-control-regex -- control characters are what this looks for
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;
/** GitHub's and Azure's commands: at the start of a line, or anywhere in it. */
const COMMAND = /^[^\S\n]*::|##(?:vso)?\[/m;

/** Throws where `result` is not that of a calm run; `name` tells which run it was. */
export function assertCalm(result: CliResult, name: string): void {
  const { code, stdout, stderr } = result;
  assert.ok([0, 1, 2].includes(code), `${name}: exit ${code}: ${stderr.slice(0, 2000)}`);
  for (const [stream, text] of Object.entries({ stdout, stderr })) {
    assert.doesNotMatch(text, /This is a bug|\bat file:\/\/|Uncaught/, `${name}: ${stream}`);
    const obeyed = OBEYED.exec(text) ?? COMMAND.exec(text);
    const around = obeyed && JSON.stringify(text.slice(obeyed.index - 40, obeyed.index + 40));
    assert.equal(around, null, `${name}: ${stream}`);
  }
}

/** Runs `test` on every item, as many at a time as the machine has cores. */
export async function onEachCore<T>(
  items: Iterable<T>,
  test: (item: T) => Promise<void>,
): Promise<void> {
  const rest = [...items];
  const lane = async (): Promise<void> => {
    for (let item = rest.shift(); item !== undefined; item = rest.shift()) await test(item);
  };
  await Promise.all(Array.from({ length: navigator.hardwareConcurrency }, lane));
}
