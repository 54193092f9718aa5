// All scalars of a configuration by their path of keys, bounded.

import type { ClientConfig, Located } from "../core/mod.ts";
import type { JsonNode } from "../syntax/mod.ts";
import { properties, scalarsOf } from "./located.ts";

const MAX_SETTINGS = 5_000;
/** Levels of objects; settings that decide something stand within three. */
const MAX_LEVELS = 6;

export function settingsIn(text: string, root: JsonNode): ClientConfig["settings"] {
  const settings: [string, Located<string>[]][] = [];
  let open: { path: string; node: JsonNode }[] = [{ path: "", node: root }];
  for (let level = 0; level < MAX_LEVELS && open.length > 0; level++) {
    const next: typeof open = [];
    for (const { path, node } of open) {
      for (const { key, value } of properties(node)) {
        if (settings.length + next.length >= MAX_SETTINGS) break;
        const at = path === "" ? key : `${path}.${key}`;
        if (value.type === "object") next.push({ path: at, node: value });
        else settings.push([at, scalarsOf(text, value)]);
      }
    }
    open = next;
  }
  // A path may come twice, by a key with dots; the later counts, as in the clients.
  return Object.fromEntries(settings);
}
