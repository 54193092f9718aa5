// The whole surface of a target, joined out of its files: what a client would be shown when it
// lists tools, prompts and resources. Plain data, each text with the file and span that it stands at.

import type { Span } from "./span.ts";
import type { ToolAnnotations } from "./surface.ts";

export interface SurfacePlace {
  /** Relative to the project root, with `/`. */
  readonly file: string;
  readonly span: Span;
}

export interface PlacedText {
  readonly text: string;
  readonly place: SurfacePlace;
}

/** A text as it is told: known, hidden (only a run would tell), or not there at all. */
export type ToldText = PlacedText | "dynamic" | undefined;

export interface ParameterDef {
  readonly name: string;
  readonly place: SurfacePlace;
  readonly description?: PlacedText;
  readonly type?: string;
  readonly required?: boolean;
}

export interface ItemDef {
  readonly name: ToldText;
  readonly title: ToldText;
  readonly description: ToldText;
  /** The declaration as a whole. */
  readonly place: SurfacePlace;
  /** The function that does the work, where it is told. */
  readonly handler?: SurfacePlace;
}

export interface ToolDef extends ItemDef {
  readonly parameters: readonly ParameterDef[];
  /** Texts of what the tool gives back: names and descriptions out of its output schema. */
  readonly output: readonly PlacedText[];
  readonly annotations: ToolAnnotations;
}

export interface PromptDef extends ItemDef {
  readonly parameters: readonly ParameterDef[];
}

export interface ResourceDef extends ItemDef {
  readonly uri?: string;
}

/** A server of the target as its source makes it. */
export interface ServerIdentity {
  readonly name: ToldText;
  readonly version?: string;
  readonly instructions: ToldText;
  readonly place: SurfacePlace;
}

export interface ServerSurface {
  readonly servers: readonly ServerIdentity[];
  readonly tools: readonly ToolDef[];
  readonly prompts: readonly PromptDef[];
  readonly resources: readonly ResourceDef[];
  readonly resourceTemplates: readonly ResourceDef[];
}
