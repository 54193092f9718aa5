// Why files were left out, in words that follow a number of files.

import type { SkipReason } from "../core/mod.ts";

export const SKIP_WORDS: Readonly<Record<SkipReason, string>> = {
  ignored: "ignored by .gitignore",
  excluded: "excluded by a pattern",
  "not-included": "not named by --include",
  unsupported: "of a kind that no rule reads",
  binary: "with binary content",
  "too-large": "over the size limit",
  unreadable: "that could not be read",
  symlink: "behind a symbolic link",
  special: "that are devices, pipes or sockets",
  unchanged: "with no change in them or in what they go with",
};
