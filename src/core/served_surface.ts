// What a server shows beside what it does: its tools with the work of their handlers.

import type { Capability } from "./capability.ts";
import type { Match } from "./rule.ts";
import type { SurfacePlace, ToolDef } from "./server_surface.ts";

/** A library's call in a tool's handler, or in what that calls. */
export interface ToolUse {
  readonly capability: Capability;
  readonly callee: string;
  readonly place: SurfacePlace;
}

export interface ServedTool {
  readonly tool: ToolDef;
  /** Left out where the handler is not known, which says nothing of what it does. */
  readonly uses?: readonly ToolUse[];
}

/** The tools of one server of the target. */
export interface ServedSurface {
  readonly tools: readonly ServedTool[];
  /** Names that a handler of several tools answers to, and that no list of tools has. */
  readonly undeclared: readonly { readonly name: string; readonly place: SurfacePlace }[];
}

/** A match in any file of the server. */
export interface PlacedMatch extends Match {
  readonly file: string;
}
