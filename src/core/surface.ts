// The tool surface: the texts that a server shows to a model, and those that a client loads from a
// project by itself. They steer the model, so they are code in all but name.

import type { MappedText } from "./mapped_text.ts";
import type { Span } from "./span.ts";

/** What a server declares. */
export const SERVER_OWNERS = ["tool", "prompt", "resource", "server"] as const;
/** Beside them, files of a project: `AGENTS.md` and its like, and `SKILL.md`. */
export const SURFACE_OWNERS = [...SERVER_OWNERS, "instructions", "skill"] as const;
export type SurfaceOwner = typeof SURFACE_OWNERS[number];

export const SURFACE_ROLES = [
  "name",
  "title",
  "description",
  "parameter",
  "instructions",
  "choice",
  "default",
  "example",
  "output",
  "result",
  "error",
] as const;
/**
 * What a text is to its owner; `parameter` is a parameter's name or description. A parameter also
 * has choices (its enumeration), a default and examples; `output` is a name or description out of
 * the schema of what a tool gives back. `result` is what its handler answers in words that stand in
 * the source, `error` what it says where it fails.
 */
export type SurfaceRole = typeof SURFACE_ROLES[number];

export interface SurfaceText {
  readonly role: SurfaceRole;
  /** The parameter's name, where the text is about one and is not that name. */
  readonly parameter?: string;
  readonly value: MappedText;
}

/** What a tool says of itself in hints; a hint that only a run would tell is left out. */
export interface ToolAnnotations {
  readonly readOnlyHint?: boolean;
  readonly destructiveHint?: boolean;
  readonly idempotentHint?: boolean;
  readonly openWorldHint?: boolean;
}

/** A parameter as far as its declaration tells. */
export interface SurfaceParameter {
  readonly name: string;
  readonly span: Span;
  /** In the words of JSON Schema where they are known, else as written. */
  readonly type?: string;
  readonly required?: boolean;
}

/** One tool, prompt or resource (or the server itself) as its source declares it. */
export interface SurfaceItem {
  readonly owner: SurfaceOwner;
  /** As declared; empty where it could not be read from the source. */
  readonly name: string;
  /** The declaration as a whole. */
  readonly span: Span;
  readonly texts: readonly SurfaceText[];
  /** Of a tool or prompt, those that stand side by side at the top. */
  readonly parameters?: readonly SurfaceParameter[];
  readonly annotations?: ToolAnnotations;
  /** The function that does the work, where it is told. */
  readonly handler?: Span;
  /** The call that makes the server which it is given to, where that is told. */
  readonly server?: Span;
  /** Of a resource: its address or the template of many. */
  readonly uri?: string;
  /** Of a server. */
  readonly version?: string;
  /** What is declared, but by an expression that only a run would tell. */
  readonly hidden?: readonly SurfaceRole[];
}
