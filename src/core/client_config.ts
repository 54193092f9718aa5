// What a configuration makes a client do: the servers it starts, the commands it runs by itself,
// and the settings that decide what it asks for. Every value knows its place.

import type { Located, ServerDef } from "./server_def.ts";
import type { Span } from "./span.ts";

/**
 * `hook`: at an event of the client; `task`: when a folder is opened; `helper`: to make a key, a
 * header or a line of status; `insert`: its output goes into a command's or skill's text.
 */
export type AutoRunKind = "hook" | "task" | "helper" | "insert";

/** A command that a client runs without asking each time. */
export interface AutoRun {
  readonly kind: AutoRunKind;
  /** As a message calls it: `hook "SessionStart"`. */
  readonly words: string;
  /** What says that it runs by itself. */
  readonly at: Span;
  /** A line for a shell where there are no `args`. */
  readonly command: Located<string>;
  readonly args: readonly Located<string>[];
  /** True where the client is told not to show it. */
  readonly isQuiet: boolean;
}

export interface ClientConfig {
  readonly servers: readonly ServerDef[];
  readonly runs: readonly AutoRun[];
  /** All else by its path of keys, `permissions.allow`: a scalar is a list of one. */
  readonly settings: Readonly<Record<string, readonly Located<string>[]>>;
}
