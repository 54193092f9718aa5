// The surface of a target, for people and for programs. What comes from a scanned file is made safe
// to show.

import {
  type ItemDef,
  type LineStarts,
  type ParameterDef,
  positionAt,
  type ServerSurface,
  showable,
  type SurfacePlace,
  type ToldText,
  type ToolAnnotations,
} from "../core/mod.ts";
import { columns, ELLIPSIS, takeStart, wrap } from "./_columns.ts";

/** Version of the JSON shape; a change that breaks readers raises it. */
export const SURFACE_SCHEMA_VERSION = 1;

export interface SurfaceContext {
  /** The lines of a file of the surface. */
  readonly lines: (file: string) => LineStarts;
}

export interface SurfaceTerminalOptions extends SurfaceContext {
  readonly width: number;
  readonly showPath: (file: string) => string;
}

const HIDDEN = "(only known at run time)";

/** The surface as a table, one block for each kind of item. */
export function surfaceTable(surface: ServerSurface, options: SurfaceTerminalOptions): string {
  const where = ({ file, span }: SurfacePlace): string =>
    `${showable(options.showPath(file))}:${positionAt(options.lines(file), span.start).line}`;
  const lines: string[] = [];
  for (const { name, version, place, instructions } of surface.servers) {
    const title = `Server ${told(name) ?? "without a name"}`;
    lines.push(`${title}${version === undefined ? "" : ` ${showable(version)}`}  ${where(place)}`);
    if (instructions !== undefined) lines.push(...indented(told(instructions)!, options.width));
  }
  const block = (title: string, items: readonly ItemDef[], rest: (item: never) => string[]) => {
    if (items.length === 0) return;
    if (lines.length > 0) lines.push("");
    lines.push(`${title} (${items.length})`);
    for (const item of items) {
      lines.push(`  ${told(item.name) ?? "(without a name)"}  ${where(item.place)}`);
      const text = told(item.description) ?? told(item.title);
      if (text !== undefined) lines.push(...indented(text, options.width));
      lines.push(...rest(item as never).map((line) => `    ${fitted(line, options.width - 4)}`));
    }
  };
  block("Tools", surface.tools, ({ annotations, parameters }: ServerSurface["tools"][number]) => [
    ...hintLines(annotations),
    ...parameters.map(parameterLine),
  ]);
  block(
    "Prompts",
    surface.prompts,
    ({ parameters }: ServerSurface["prompts"][number]) => parameters.map(parameterLine),
  );
  for (
    const [title, items] of [
      ["Resources", surface.resources],
      ["Resource templates", surface.resourceTemplates],
    ] as const
  ) {
    block(
      title,
      items,
      ({ uri }: ServerSurface["resources"][number]) => uri === undefined ? [] : [showable(uri)],
    );
  }
  return lines.length === 0 ? "No tool, prompt or resource was found\n" : `${lines.join("\n")}\n`;
}

function told(text: ToldText): string | undefined {
  if (text === undefined) return undefined;
  return text === "dynamic" ? HIDDEN : showable(text.text.replace(/\s+/g, " ").trim());
}

/** Lines of a description that a table shows. */
const MAX_LINES = 3;
/** Columns of a description that are looked at. */
const MAX_SHOWN = 2_000;

function indented(text: string, width: number): string[] {
  const lines = wrap(text.slice(0, MAX_SHOWN), Math.max(width - 4, 20));
  const shown = lines.slice(0, MAX_LINES);
  if (lines.length > MAX_LINES) shown[MAX_LINES - 1] += ` ${ELLIPSIS}`;
  return shown.map((line) => `    ${line}`);
}

function fitted(line: string, width: number): string {
  return columns(line) <= width ? line : `${takeStart(line, Math.max(width - 1, 1))}${ELLIPSIS}`;
}

function hintLines(annotations: ToolAnnotations): string[] {
  const words = Object.entries(annotations)
    .map(([hint, value]) => `${hint.replace(/Hint$/, "")}: ${value ? "yes" : "no"}`);
  return words.length === 0 ? [] : [`hints  ${words.join(", ")}`];
}

function parameterLine({ name, type, required, description }: ParameterDef): string {
  const mark = required === true ? "*" : "";
  const kind = type === undefined ? "" : ` ${showable(type)}`;
  const text = description === undefined ? "" : `  ${told(description)}`;
  return `- ${showable(name)}${mark}${kind}${text}`;
}

/** The surface as JSON, each text with the file, line and column that it stands at. */
export function surfaceJson(surface: ServerSurface, { lines }: SurfaceContext): string {
  const where = ({ file, span }: SurfacePlace) => ({
    file,
    ...positionAt(lines(file), span.start),
  });
  const text = (given: ToldText) =>
    given === undefined || given === "dynamic"
      ? given === "dynamic" ? { dynamic: true } : undefined
      : { text: given.text, ...where(given.place) };
  const base = (item: ItemDef) => ({
    name: text(item.name),
    title: text(item.title),
    description: text(item.description),
    ...where(item.place),
    handler: item.handler && where(item.handler),
  });
  const parameters = (given: readonly ParameterDef[]) =>
    given.map(({ name, type, required, description, place }) => ({
      name,
      type,
      required,
      description: text(description),
      ...where(place),
    }));
  const shown = {
    schemaVersion: SURFACE_SCHEMA_VERSION,
    servers: surface.servers.map(({ name, version, instructions, place }) => ({
      name: text(name),
      version,
      instructions: text(instructions),
      ...where(place),
    })),
    tools: surface.tools.map((tool) => ({
      ...base(tool),
      annotations: tool.annotations,
      parameters: parameters(tool.parameters),
      output: tool.output.map(text),
    })),
    prompts: surface.prompts.map((prompt) => ({
      ...base(prompt),
      parameters: parameters(prompt.parameters),
    })),
    resources: surface.resources.map((each) => ({ ...base(each), uri: each.uri })),
    resourceTemplates: surface.resourceTemplates.map((each) => ({ ...base(each), uri: each.uri })),
  };
  return `${JSON.stringify(shown, null, 2)}\n`;
}
