// Where values come from, how they came here, and what they can no longer harm. Immutable; what is
// kept of each is bounded.

import type { FlowSource, Span } from "../core/mod.ts";
import type { Kinds } from "./kinds.ts";

/** A place in one of the target's files. */
export interface Place {
  readonly file: string;
  readonly at: Span;
}

export interface Step extends Place {
  /** What happened there, for a reader: "joined into a text". */
  readonly words: string;
}

/** Steps from the last to the first. */
export interface Trail {
  readonly step: Step;
  readonly before: Trail | undefined;
  readonly length: number;
}

export type Origin =
  /** A parameter of the function with this number; `-1` is what a method is called on. */
  | {
    readonly from: "parameter";
    readonly function: number;
    readonly index: number;
    readonly path: readonly string[];
  }
  /** A field of a class or a variable of a module, written elsewhere. */
  | { readonly from: "cell"; readonly cell: string }
  | {
    readonly from: "source";
    readonly kind: SourceKind;
    readonly place: Place;
    readonly words: string;
  };

/** From what a model sends to what only a careless machine would change. */
export type SourceKind = Exclude<FlowSource, "parameter">;

export interface Taint {
  readonly origin: Origin;
  /** Kinds of sinks that it can no longer harm. */
  readonly safe: Kinds;
  readonly trail: Trail | undefined;
}

export const NO_TAINTS: readonly Taint[] = [];

const MAX_TAINTS = 8;
const MAX_TRAIL = 24;
const MAX_PATH = 4;

export function originKey(origin: Origin): string {
  switch (origin.from) {
    case "parameter":
      return `p${origin.function}.${origin.index}.${origin.path.join(".")}`;
    case "cell":
      return `c${origin.cell}`;
    case "source":
      return `s${origin.place.file}:${origin.place.at.start}:${origin.kind}`;
  }
}

/** Told without keys: the same origin, as safe. */
function holds(taints: readonly Taint[], { origin, safe }: Taint): boolean {
  for (const known of taints) if (known.origin === origin && known.safe === safe) return true;
  return false;
}

function holdsAll(taints: readonly Taint[], others: readonly Taint[]): boolean {
  for (const taint of others) if (!holds(taints, taint)) return false;
  return true;
}

/** As `originKey` tells them apart. */
function isSameOrigin(a: Origin, b: Origin): boolean {
  if (a === b) return true;
  switch (a.from) {
    case "parameter":
      return b.from === "parameter" && a.function === b.function && a.index === b.index &&
        isSamePath(a.path, b.path);
    case "cell":
      return b.from === "cell" && a.cell === b.cell;
    case "source":
      return b.from === "source" && a.place.at.start === b.place.at.start && a.kind === b.kind &&
        a.place.file === b.place.file;
  }
}

function isSamePath(a: readonly string[], b: readonly string[]): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Both may be: safe is only what both are safe for. */
export function joinTaints(a: readonly Taint[], b: readonly Taint[]): readonly Taint[] {
  if (a.length === 0 || a === b) return b;
  if (b.length === 0 || holdsAll(a, b)) return a;
  const all: Taint[] = [];
  for (const taint of a) addTaint(all, taint);
  for (const taint of b) addTaint(all, taint);
  return all;
}

function addTaint(all: Taint[], taint: Taint): void {
  for (let i = 0; i < all.length; i++) {
    const known = all[i]!;
    if (!isSameOrigin(known.origin, taint.origin)) continue;
    if (known.safe !== taint.safe) {
      const less = (known.safe & taint.safe) === known.safe ? known : taint;
      all[i] = { origin: less.origin, safe: known.safe & taint.safe, trail: less.trail };
    }
    return;
  }
  if (all.length < MAX_TAINTS) all.push(taint);
}

/** Stands for the names of all members; none has such a name. */
export const KEYS = "?keys";

/** A parameter's own member keeps saying which member it is. */
export function memberTaint(taint: Taint, name: string): Taint {
  const { origin } = taint;
  if (origin.from !== "parameter" || taint.trail || origin.path.length >= MAX_PATH) return taint;
  const path = [...origin.path, name];
  return {
    origin: { from: "parameter", function: origin.function, index: origin.index, path },
    safe: taint.safe,
    trail: undefined,
  };
}

export function extend(before: Trail | undefined, step: Step): Trail {
  if (before && before.length >= MAX_TRAIL) return before;
  const same = before?.step;
  if (same?.file === step.file && same.at.start === step.at.start && same.words === step.words) {
    return before!;
  }
  return { step, before, length: (before?.length ?? 0) + 1 };
}

/** Steps from the first to the last. */
export function stepsOf(trail: Trail | undefined): Step[] {
  const steps: Step[] = [];
  for (let at = trail; at; at = at.before) steps.push(at.step);
  return steps.reverse();
}

export function concatTrails(first: Trail | undefined, then: Trail | undefined): Trail | undefined {
  if (!first) return then;
  return stepsOf(then).reduce<Trail>(extend, first);
}
