// The tool surface: the texts that a server shows to a model. They steer the model, so they are
// code in all but name.

import type { MappedText } from "./mapped_text.ts";
import type { Span } from "./span.ts";

export const SURFACE_OWNERS = ["tool", "prompt", "resource", "server"] as const;
export type SurfaceOwner = typeof SURFACE_OWNERS[number];

export const SURFACE_ROLES = ["name", "title", "description", "parameter", "instructions"] as const;
/** What a text is to its owner; `parameter` is a parameter's name or description. */
export type SurfaceRole = typeof SURFACE_ROLES[number];

export interface SurfaceText {
  readonly role: SurfaceRole;
  /** The parameter's name, where the role is `parameter` and the text is its description. */
  readonly parameter?: string;
  readonly value: MappedText;
}

/** One tool, prompt or resource (or the server itself) as its source declares it. */
export interface SurfaceItem {
  readonly owner: SurfaceOwner;
  /** As declared; empty where it could not be read from the source. */
  readonly name: string;
  /** The declaration as a whole. */
  readonly span: Span;
  readonly texts: readonly SurfaceText[];
}
