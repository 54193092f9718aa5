// Files that list a server's surface: what `tools/list` and its like answer, alone or recorded, and
// the manifests of registries and bundles. Known by their shape, as their names tell little.

import type { FileKind, SurfaceItem, SurfaceOwner } from "../core/mod.ts";
import { type JsonNode, jsonValue, parseYaml } from "../syntax/mod.ts";
import { DumpReading } from "./dump_items.ts";
import { jsonValues } from "./json_stream.ts";

export interface Dump {
  readonly items: readonly SurfaceItem[];
  /** What is wrong with the text; what could be read of it is given all the same. */
  readonly malformed?: string;
  /** True where a bound left some out. */
  readonly cut: boolean;
}

/** What every dump holds one of. */
const JSON_HINT =
  /"(?:inputSchema|input_schema|uriTemplate|dxt_version|manifest_version|languageModelTools|serverInfo|desc)"\s{0,20}:|"(?:prompts|resources)"\s{0,20}:\s{0,20}\[|"type"\s{0,20}:\s{0,20}"function"|server\.schema\.json/;
const YAML_HINT =
  /^(?:startCommand|registry|tools|about)\s{0,4}:|^\s{0,40}(?:inputSchema|input_schema)\s{0,4}:/m;

/**
 * The surface that a JSON or YAML text lists; `undefined` where it is no such list. Where the user
 * said that it is one (the kind `dump`), names and descriptions are enough.
 */
export function dumpSurface(
  { kind, text }: { readonly kind: FileKind; readonly text: string },
): Dump | undefined {
  const isYaml = kind === "yaml";
  const asked = kind === "dump";
  if (!isYaml && kind !== "json" && !asked) return undefined;
  if (!asked && !(isYaml ? YAML_HINT : JSON_HINT).test(text)) return undefined;
  const { roots, malformed, cut } = isYaml ? yamlValues(text) : jsonValues(text);
  const reading = new DumpReading(text);
  for (const root of roots) readRoot(reading, { root, asked });
  if (reading.items.length === 0 && !asked) return undefined;
  return {
    items: reading.items.sort((a, b) => a.span.start - b.span.start),
    ...(malformed !== undefined && { malformed }),
    cut: cut || reading.cut,
  };
}

function yamlValues(
  text: string,
): { roots: readonly JsonNode[]; malformed?: string; cut: boolean } {
  const { root, malformed } = parseYaml(text);
  return {
    roots: root ? [root] : [],
    ...(malformed !== undefined && { malformed }),
    cut: false,
  };
}

const LISTS: Readonly<Record<string, SurfaceOwner>> = {
  tools: "tool",
  languageModelTools: "tool",
  prompts: "prompt",
  resources: "resource",
  resourceTemplates: "resource",
  resource_templates: "resource",
};

/** Values between a root and a list: an envelope, the name of a server, a session of several. */
const MAX_DEPTH = 6;
/** Values that are looked through for lists. */
const MAX_SEARCHED = 50_000;

function readRoot(reading: DumpReading, { root, asked }: { root: JsonNode; asked: boolean }): void {
  readManifest(reading, root);
  if (root.type === "array") readList(reading, { list: root, owner: undefined, asked });
  const open: { node: JsonNode; depth: number }[] = [{ node: root, depth: 0 }];
  let left = MAX_SEARCHED;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, depth } = next;
    if (left-- <= 0) {
      reading.cut = true;
      return;
    }
    if (node.type === "object") readIntroduction(reading, node);
    for (const child of node.children ?? []) {
      const [key, value] = child.type === "property" ? child.children ?? [] : [undefined, child];
      if (!value || (value.type !== "object" && value.type !== "array")) continue;
      const name = key === undefined ? "" : String(key.value);
      const owner = Object.hasOwn(LISTS, name) ? LISTS[name] : undefined;
      const isRead = owner !== undefined && value.type === "array" &&
        readList(reading, { list: value, owner, asked: asked || isManifest(node) });
      if (!isRead && depth < MAX_DEPTH) open.push({ node: value, depth: depth + 1 });
    }
  }
}

/** Elements that tell what a list is of. */
const MAX_TELLING = 50;

/** True where the list is one of tools, prompts or resources. */
function readList(
  reading: DumpReading,
  { list, owner, asked }: {
    list: JsonNode;
    owner: SurfaceOwner | undefined;
    asked: boolean;
  },
): boolean {
  const elements = list.children ?? [];
  const found = elements.slice(0, MAX_TELLING).map((each) => ownerOf(each, asked))
    .find((each) => each !== undefined && (owner === undefined || each === owner));
  const kind = found ?? (asked && owner && elements.some(isNamed) ? owner : undefined);
  if (kind === undefined) return false;
  for (const element of elements) {
    if (isNamed(element) || isNamed(jsonValue(element, "function"))) reading.read(kind, element);
  }
  return true;
}

function isNamed(node: JsonNode | undefined): boolean {
  return jsonValue(node, "name")?.type === "string";
}

/** What an element shows itself to be. */
function ownerOf(node: JsonNode, asked: boolean): SurfaceOwner | undefined {
  const has = (key: string, type: JsonNode["type"]): boolean => jsonValue(node, key)?.type === type;
  const inner = jsonValue(node, "function");
  if (isNamed(inner) && jsonValue(inner, "parameters")?.type === "object") return "tool";
  if (!isNamed(node)) return undefined;
  if (has("inputSchema", "object") || has("input_schema", "object")) return "tool";
  if (has("uri", "string") || has("uriTemplate", "string")) return "resource";
  const list = jsonValue(node, "arguments");
  if (list?.type === "array" && has("description", "string")) {
    // A catalogue of tools says `desc` where prompts say `description`.
    return list.children?.some((each) => jsonValue(each, "desc")) ? "tool" : "prompt";
  }
  return asked && has("description", "string") ? "tool" : undefined;
}

/** The answer to `initialize`. */
function readIntroduction(reading: DumpReading, node: JsonNode): void {
  const about = jsonValue(node, "serverInfo");
  if (about?.type !== "object") return;
  const instructions = jsonValue(node, "instructions");
  reading.read("server", joined(about, instructions && propertyOf(node, "instructions")));
}

function propertyOf(node: JsonNode, key: string): JsonNode | undefined {
  return node.children?.findLast(({ children }) => children?.[0]?.value === key);
}

function joined(node: JsonNode, property: JsonNode | undefined): JsonNode {
  return property ? { ...node, children: [...node.children ?? [], property] } : node;
}

/** A bundle's manifest (`.mcpb`, `.dxt`), whose list of tools may give no schemas. */
function isManifest(node: JsonNode): boolean {
  return (jsonValue(node, "dxt_version") ?? jsonValue(node, "manifest_version")) !== undefined &&
    jsonValue(node, "server")?.type === "object";
}

/** What manifests say of the server itself. */
function readManifest(reading: DumpReading, root: JsonNode): void {
  const schema = jsonValue(root, "$schema");
  const isRegistry = schema?.type === "string" && /server\.schema\.json/.test(String(schema.value));
  if (isManifest(root) || isRegistry) reading.read("server", root);
  const start = jsonValue(root, "startCommand");
  if (start?.type === "object" && jsonValue(start, "configSchema")?.type === "object") {
    reading.read("server", start);
  }
  // A catalogue of servers, each with what it shows.
  for (const { children } of jsonValue(root, "registry")?.children ?? []) {
    const [name, entry] = children ?? [];
    if (!name || entry?.type !== "object" || !jsonValue(entry, "description")) continue;
    if (!jsonValue(entry, "image") && !jsonValue(entry, "tools")) continue;
    const named: JsonNode = {
      type: "property",
      offset: name.offset,
      length: name.length,
      children: [{ type: "string", value: "name", offset: name.offset, length: 0 }, name],
    };
    reading.read("server", joined(entry, named));
    const tools = jsonValue(entry, "tools");
    if (tools?.type === "array") readList(reading, { list: tools, owner: "tool", asked: true });
  }
}
