// The surface of a whole target, put together out of what its files declare: each tool, prompt and
// resource once, however many places say something of it.

import {
  type ItemDef,
  type ParameterDef,
  type PlacedText,
  type PromptDef,
  type ResourceDef,
  type ServerIdentity,
  type ServerSurface,
  type Span,
  type SurfaceItem,
  type SurfacePlace,
  type SurfaceRole,
  type SurfaceText,
  toFile,
  type ToldText,
  type ToolDef,
} from "../core/mod.ts";
import type { FileSpan } from "./linked_tree.ts";
import { type Mount, mountedAddress, mountedPrefixes } from "./mounts.ts";

/** What a file's reading gave, and the file. */
export interface ReadFile {
  readonly path: string;
  readonly items: readonly SurfaceItem[];
  readonly mounts?: readonly Mount[];
  readonly place: (span: Span) => FileSpan;
}

interface OpenSurface {
  readonly servers: ServerIdentity[];
  readonly tools: ToolDef[];
  readonly prompts: PromptDef[];
  readonly resources: ResourceDef[];
  readonly resourceTemplates: ResourceDef[];
}

/** Joins what the files of a target declare, in their order. */
export function serverSurface(files: readonly ReadFile[]): ServerSurface {
  const surface: OpenSurface = {
    servers: [],
    tools: [],
    prompts: [],
    resources: [],
    resourceTemplates: [],
  };
  const seen = new Set<string>();
  const prefixesOf = mountedPrefixes(files);
  for (const file of files) {
    for (const each of file.items) {
      // What answers for no declared tool has texts and no place in the lists.
      if (each.texts.every(({ role }) => role === "result" || role === "error")) continue;
      for (const prefixes of prefixesOf(file, each.server)) {
        const item = mountedItem(each, prefixes);
        const name = mountedName(textOf(file, each, "name"), prefixes, each);
        const key = `${nameKey(item, { name, uri: item.uri })} ${prefixes.join("/")}`;
        if (seen.has(key)) continue;
        seen.add(key);
        addItem(surface, { file, item, name });
      }
    }
  }
  return surface;
}

function mountedItem(item: SurfaceItem, prefixes: readonly string[]): SurfaceItem {
  return item.uri === undefined || prefixes.length === 0
    ? item
    : { ...item, uri: mountedAddress(item.uri, prefixes) };
}

/** A resource is told by its address, whatever its server is mounted under. */
function mountedName(
  name: ToldText,
  prefixes: readonly string[],
  { owner }: SurfaceItem,
): ToldText {
  return name === undefined || name === "dynamic" || prefixes.length === 0 ||
      owner === "resource"
    ? name
    : { ...name, text: [...prefixes, name.text].join("_") };
}

/** One text in one place names one thing, whichever declarations lead to it. */
function nameKey(
  { owner, span }: SurfaceItem,
  { name, uri }: { name: ToldText; uri: string | undefined },
): string {
  if (name === undefined || name === "dynamic") return `${owner} ${uri ?? ""} ${span.start}`;
  const { place: { file, span: at } } = name;
  return `${owner} ${name.text} ${file}:${at.start}`;
}

function addItem(
  surface: OpenSurface,
  { file, item, name }: { file: ReadFile; item: SurfaceItem; name: ToldText },
): void {
  const place = placeOf(file, item.span);
  const base: ItemDef = {
    name,
    title: textOf(file, item, "title"),
    description: textOf(file, item, "description"),
    place,
    ...(item.handler && { handler: placeOf(file, item.handler) }),
  };
  switch (item.owner) {
    case "server":
      surface.servers.push({
        name,
        instructions: textOf(file, item, "instructions"),
        place,
        ...(item.version !== undefined && { version: item.version }),
      });
      break;
    case "tool":
      surface.tools.push({
        ...base,
        parameters: parametersOf(file, item),
        output: item.texts.filter(({ role }) => role === "output").map((each) =>
          placed(file, each)
        ),
        annotations: item.annotations ?? {},
      });
      break;
    case "prompt":
      surface.prompts.push({ ...base, parameters: parametersOf(file, item) });
      break;
    case "resource": {
      const { uri } = item;
      const isTemplate = uri !== undefined && /\{[^{}]{1,200}\}/.test(uri);
      (isTemplate ? surface.resourceTemplates : surface.resources)
        .push({ ...base, ...(uri !== undefined && { uri }) });
      break;
    }
  }
}

function parametersOf(file: ReadFile, { parameters = [], texts }: SurfaceItem): ParameterDef[] {
  const described = new Map<string, SurfaceText>();
  for (const text of texts) {
    const { role, parameter } = text;
    if (role !== "parameter" || parameter === undefined || described.has(parameter)) continue;
    described.set(parameter, text);
  }
  return parameters.map(({ name, span, type, required }) => {
    const description = described.get(name);
    return {
      name,
      place: placeOf(file, span),
      ...(description && { description: placed(file, description) }),
      ...(type !== undefined && { type }),
      ...(required !== undefined && { required }),
    };
  });
}

function textOf(file: ReadFile, { texts, hidden }: SurfaceItem, role: SurfaceRole): ToldText {
  const found = texts.find((text) => text.role === role);
  if (found) return placed(file, found);
  return hidden?.includes(role) ? "dynamic" : undefined;
}

function placed(file: ReadFile, { value }: SurfaceText): PlacedText {
  const span = toFile(value, { start: 0, end: value.text.length });
  return { text: value.text, place: placeOf(file, span) };
}

function placeOf({ path, place }: ReadFile, at: Span): SurfacePlace {
  const { path: other, span } = place(at);
  return { file: other ?? path, span };
}
