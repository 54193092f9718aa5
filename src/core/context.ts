// What a file is for, as its place tells: a fault in a test or an example harms nobody who runs
// the server, so it is weighed down, and never hidden.

import { SEVERITIES, type Severity } from "./severity.ts";

export const CONTEXTS = [
  "product",
  "test",
  "fixture",
  "example",
  "documentation",
  "vendored",
] as const;
export type Context = typeof CONTEXTS[number];

/** How a message says it. */
export const CONTEXT_WORDS: Readonly<Record<Exclude<Context, "product">, string>> = {
  test: "in a test",
  fixture: "in test data",
  example: "in an example",
  documentation: "in documentation",
  vendored: "in vendored code",
};

/** Outside the product nothing is graver than low. */
export function severityIn(context: Context, severity: Severity): Severity {
  const most = context === "product" ? SEVERITIES.length : SEVERITIES.indexOf("low");
  return SEVERITIES[Math.min(SEVERITIES.indexOf(severity), most)]!;
}
