// JSON as the formats write it.

import { printableJson } from "../core/mod.ts";

/** `value` as JSON that can be printed anywhere, indented by two, with a newline at the end. */
export function safeJson(value: unknown): string {
  return printableJson(JSON.stringify(value, null, 2)) + "\n";
}
