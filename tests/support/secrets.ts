// Made-up secrets, so that no token-like text stands in a test.

import { exampleChars } from "../../src/detectors/secrets/token_checks.ts";
import { TOKEN_FORMATS } from "../../src/detectors/secrets/token_formats.ts";

/** A made-up token of a format, another for each seed. */
export function madeUpToken(name: string, seed = 1): string {
  const format = TOKEN_FORMATS.find((candidate) => candidate.name === name);
  if (!format) throw new Error(`No format "${name}"`);
  return format.example(exampleChars(seed));
}
