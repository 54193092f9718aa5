// Why a file that the user named could not be read, in words for a message.

import { printable } from "../core/mod.ts";

/** `none` where there is no such file. */
export function whyUnread(cause: unknown, none = "no such file"): string {
  if (cause instanceof Deno.errors.NotFound) return none;
  if (cause instanceof Deno.errors.NotCapable || cause instanceof Deno.errors.PermissionDenied) {
    return "no permission to read it";
  }
  return cause instanceof Error ? printable(cause.message) : "it cannot be opened";
}
