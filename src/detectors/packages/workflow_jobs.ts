// The jobs and steps of a GitHub workflow, and what starts it.

import {
  type DocumentNode,
  entriesOf,
  type Located,
  type ProjectDocument,
  scalarAt,
  scalarsAt,
  valueAt,
} from "../../core/mod.ts";

export interface Step {
  readonly node: DocumentNode;
  readonly run?: Located<string>;
  readonly uses?: Located<string>;
}

export interface Job {
  readonly name: Located<string>;
  readonly node: DocumentNode;
  readonly steps: readonly Step[];
}

export function triggersOf({ root }: ProjectDocument): ReadonlySet<string> {
  const on = valueAt(root, "on");
  const names = on?.type === "object"
    ? entriesOf(on).flatMap(({ key }) => key ? [key.value] : [])
    : scalarsAt(on).map(({ value }) => value);
  return new Set(names);
}

/** Aliases can repeat one job many times. */
const MAX_JOBS = 256;

export function jobsOf({ root }: ProjectDocument): Job[] {
  return entriesOf(valueAt(root, "jobs")).slice(0, MAX_JOBS).flatMap(({ key, value }): Job[] => {
    if (!key || value.type !== "object") return [];
    const steps = entriesOf(valueAt(value, "steps")).map(({ value: node }): Step => {
      const run = scalarAt(valueAt(node, "run"));
      const uses = scalarAt(valueAt(node, "uses"));
      return { node, ...(run && { run }), ...(uses && { uses }) };
    });
    return [{ name: key, node: value, steps }];
  });
}

/** Units of a job, of which the longest has some thousand lines. */
const MAX_SOURCE = 100_000;

/** A node as it stands in the file, up to a bound. */
export function sourceOf({ text }: ProjectDocument, { offset, length }: DocumentNode): string {
  return text.slice(offset, offset + Math.min(length, MAX_SOURCE));
}

export interface Expression {
  readonly inner: string;
  readonly span: { readonly start: number; readonly end: number };
}

const EXPRESSION = /\$\{\{([^{}]{1,1000})\}\}/g;
/** Expressions of one script. */
const MAX_EXPRESSIONS = 200;

/** The expressions that GitHub puts into a text before anything runs. */
export function expressionsIn({ text }: ProjectDocument, { span }: Located<string>): Expression[] {
  const source = text.slice(span.start, span.end);
  const found: Expression[] = [];
  for (const { index, 0: whole, 1: inner } of source.matchAll(EXPRESSION)) {
    if (found.length >= MAX_EXPRESSIONS) break;
    const start = span.start + index;
    found.push({ inner: inner!.trim(), span: { start, end: start + whole.length } });
  }
  return found;
}

/** Secrets by which a package or an image is published. */
export const PUBLISHING_SECRET =
  /\bsecrets\.((?:\w{0,60}_)?(?:NPM|NODE_AUTH|YARN|PYPI|TWINE|UV_PUBLISH|POETRY|CARGO|CRATES|DOCKERHUB|DOCKER|REGISTRY|PUBLISH|NUGET|VSCE|OVSX)(?:\w{0,60}_)?(?:TOKEN|PAT|PASSWORD|PASS|SECRET|KEY|AUTH)\b)/i;
