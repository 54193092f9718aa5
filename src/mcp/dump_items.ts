// Tools, prompts and resources as JSON lists them (`tools/list` and its like), each text with its
// place. Schemas may refer to themselves and nest without end: what is looked at is counted.

import {
  type MappedText,
  type Span,
  standingFor,
  type SurfaceItem,
  type SurfaceOwner,
  type SurfaceParameter,
  type SurfaceRole,
  type SurfaceText,
  type ToolAnnotations,
  verbatim,
} from "../core/mod.ts";
import { type JsonNode, jsonValue } from "../syntax/mod.ts";
import { jsonText } from "./json_stream.ts";

const MAX_ITEMS = 10_000;
/** Texts of all items, and of one. */
const MAX_TEXTS = 100_000;
const MAX_ITEM_TEXTS = 1_000;
/** UTF-16 units of one text, and of all: no model is shown more, and rules take time by length. */
const MAX_UNITS = 200_000;
const MAX_ALL_UNITS = 10_000_000;
/** Schemas of one item, and around one another. */
const MAX_SCHEMAS = 2_000;
const MAX_DEPTH = 12;

export class DumpReading {
  readonly text: string;
  readonly items: SurfaceItem[] = [];
  cut = false;
  #texts = MAX_TEXTS;
  #units = MAX_ALL_UNITS;

  constructor(text: string) {
    this.text = text;
  }

  /** Reads one item; the fields that it has decide what is told of it. */
  read(owner: SurfaceOwner, node: JsonNode): void {
    if (this.items.length >= MAX_ITEMS) {
      this.cut = true;
      return;
    }
    const draft = new ItemDraft(this, owner, node);
    draft.read();
    const item = draft.finish();
    if (item) this.items.push(item);
  }

  /** Pays for a text; false where nothing more may be read. */
  spendText(units: number): boolean {
    this.#units -= Math.min(units, MAX_UNITS);
    if (this.#texts-- > 0 && this.#units >= 0) return true;
    this.cut = true;
    return false;
  }

  /** The beginning of a long string, up to where no escape is cut. */
  #firstOf({ start }: Span): MappedText {
    const raw = this.text.slice(start, start + MAX_UNITS);
    const tail = raw.lastIndexOf("\\", raw.length - 1);
    return jsonText(raw.length - tail < LONGEST_ESCAPE ? raw.slice(0, tail) : raw, start);
  }

  /** A string's text, whatever its quotes and escapes. */
  mapped({ value, offset, length, inner }: JsonNode): MappedText {
    const whole = String(value);
    const text = whole.slice(0, MAX_UNITS);
    const place: Span = inner ?? { start: offset + 1, end: offset + length - 1 };
    if (text !== whole) {
      this.cut = true;
      if (!inner) return this.#firstOf(place);
    }
    const raw = this.text.slice(place.start, place.end);
    if (raw === text) return verbatim(raw, place.start);
    if (!inner) {
      const decoded = jsonText(raw, place.start);
      if (decoded.text === text) return decoded;
    }
    // A block of YAML: its first line shows where it stands.
    const [line = ""] = text.split("\n", 1);
    const at = line === "" ? -1 : raw.indexOf(line);
    return standingFor(
      text,
      at < 0 ? place : { start: place.start + at, end: place.start + at + line.length },
    );
  }
}

const LONGEST_ESCAPE = 6;

const HINTS = ["readOnlyHint", "destructiveHint", "idempotentHint", "openWorldHint"] as const;

class ItemDraft {
  readonly #reading: DumpReading;
  readonly #owner: SurfaceOwner;
  readonly #node: JsonNode;
  readonly #texts: SurfaceText[] = [];
  readonly #parameters = new Map<string, SurfaceParameter>();
  #schemas = MAX_SCHEMAS;
  #isOutput = false;

  constructor(reading: DumpReading, owner: SurfaceOwner, node: JsonNode) {
    this.#reading = reading;
    this.#owner = owner;
    this.#node = node;
  }

  read(): void {
    const node = this.#inner();
    const at = (key: string): JsonNode | undefined => jsonValue(node, key);
    this.#add(at("name"), { role: "name" });
    this.#add(at("title") ?? at("displayName") ?? jsonValue(at("annotations"), "title"), {
      role: "title",
    });
    for (const key of ["description", "modelDescription", "long_description"]) {
      this.#add(at(key), { role: "description" });
    }
    this.#add(at("instructions"), { role: "instructions" });
    if (this.#owner === "prompt") this.#add(at("text"), { role: "description" });
    for (const key of ["inputSchema", "input_schema", "parameters", "configSchema"]) {
      const schema = at(key);
      if (schema) this.#schema(schema, { root: schema, depth: 0 });
    }
    this.#arguments(at("arguments"));
    this.#isOutput = true;
    for (const key of ["outputSchema", "output_schema"]) {
      const schema = at(key);
      if (schema) this.#schema(schema, { root: schema, depth: 0 });
    }
    this.#isOutput = false;
  }

  finish(): SurfaceItem | undefined {
    const texts = this.#texts;
    if (!texts.some(({ role }) => role !== "parameter")) return undefined;
    const node = this.#inner();
    const string = (key: string): string | undefined => {
      const value = jsonValue(node, key);
      return value?.type === "string" ? String(value.value) : undefined;
    };
    const annotations = hintsOf(jsonValue(node, "annotations"));
    const uri = string("uri") ?? string("uriTemplate");
    const version = string("version");
    return {
      owner: this.#owner,
      name: texts.find(({ role }) => role === "name")?.value.text ?? "",
      span: { start: this.#node.offset, end: this.#node.offset + this.#node.length },
      texts,
      ...((this.#owner === "tool" || this.#owner === "prompt") && {
        parameters: [...this.#parameters.values()],
      }),
      ...(annotations && { annotations }),
      ...(uri !== undefined && { uri }),
      ...(this.#owner === "server" && version !== undefined && { version }),
    };
  }

  /** `{ type: "function", function: {…} }`, as models are told of tools. */
  #inner(): JsonNode {
    const inner = jsonValue(this.#node, "function");
    return inner?.type === "object" ? inner : this.#node;
  }

  #add(node: JsonNode | undefined, as: { role: SurfaceRole; parameter?: string }): void {
    if (node?.type !== "string" || node.value === "") return;
    if (this.#texts.length >= MAX_ITEM_TEXTS) {
      this.#reading.cut = true;
      return;
    }
    if (!this.#reading.spendText(String(node.value).length)) return;
    const value = this.#reading.mapped(node);
    this.#texts.push({ ...as, ...(this.#isOutput && { role: "output" as const }), value });
  }

  /** `[{ name, description, required }]`, `["name"]`. */
  #arguments(list: JsonNode | undefined): void {
    if (list?.type !== "array") return;
    for (const each of list.children ?? []) {
      const name = each.type === "string" ? each : jsonValue(each, "name");
      if (name?.type !== "string") continue;
      const parameter = String(name.value);
      this.#add(name, { role: "parameter" });
      this.#note(parameter, { node: name, schema: each });
      for (const key of ["description", "desc"]) {
        this.#add(jsonValue(each, key), { role: "parameter", parameter });
      }
    }
  }

  #note(
    name: string,
    { node, schema, required }: { node: JsonNode; schema: JsonNode; required?: boolean },
  ): void {
    if (this.#isOutput || this.#parameters.has(name)) return;
    const type = jsonValue(schema, "type");
    const isRequired = required ?? jsonValue(schema, "required")?.value;
    this.#parameters.set(name, {
      name,
      span: { start: node.offset, end: node.offset + node.length },
      ...(type?.type === "string" && { type: String(type.value) }),
      ...(typeof isRequired === "boolean" && { required: isRequired }),
    });
  }

  #schema(
    schema: JsonNode,
    { root, parameter, depth }: { root: JsonNode; parameter?: string; depth: number },
  ): void {
    if (depth > MAX_DEPTH || this.#schemas-- <= 0) {
      this.#reading.cut = true;
      return;
    }
    if (schema.type === "array") {
      for (const each of schema.children ?? []) {
        this.#schema(each, {
          root,
          depth: depth + 1,
          ...(parameter !== undefined && { parameter }),
        });
      }
      return;
    }
    if (schema.type !== "object") return;
    const as = parameter === undefined ? {} : { parameter };
    const role = parameter === undefined ? "description" as const : "parameter" as const;
    // The title of a whole schema is its model's name.
    if (parameter !== undefined) this.#add(jsonValue(schema, "title"), { role, ...as });
    this.#add(jsonValue(schema, "description"), { role, ...as });
    for (const [key, as] of VALUES) {
      const value = jsonValue(schema, key);
      const each = value?.type === "array" ? value.children ?? [] : value ? [value] : [];
      if (parameter === undefined) continue;
      for (const text of each) this.#add(text, { role: as, parameter });
    }
    const required = new Set(
      (jsonValue(schema, "required")?.children ?? []).map(({ value }) => String(value)),
    );
    for (const property of jsonValue(schema, "properties")?.children ?? []) {
      const [key, value] = property.children ?? [];
      if (!key || !value) continue;
      const name = String(key.value);
      this.#add(key, { role: "parameter" });
      if (parameter === undefined) {
        this.#note(name, { node: key, schema: value, required: required.has(name) });
      }
      this.#schema(value, { root, parameter: name, depth: depth + 1 });
    }
    const deeper = { root, depth: depth + 1, ...as };
    for (const key of SAME_THING) {
      const inner = jsonValue(schema, key);
      if (inner) this.#schema(inner, deeper);
    }
    if (depth > 0) return;
    // What `$ref` leads to is read where it stands, once, so that no circle is walked.
    for (const key of ["$defs", "definitions"]) {
      for (const { children = [] } of jsonValue(schema, key)?.children ?? []) {
        const [name, value] = children;
        if (name && value) this.#schema(value, { root, parameter: String(name.value), depth: 1 });
      }
    }
  }
}

const VALUES = [
  ["enum", "choice"],
  ["const", "choice"],
  ["default", "default"],
  ["examples", "example"],
  ["example", "example"],
] as const;

const SAME_THING = ["items", "prefixItems", "anyOf", "oneOf", "allOf", "not", "if", "then", "else"];

function hintsOf(annotations: JsonNode | undefined): ToolAnnotations | undefined {
  if (annotations?.type !== "object") return undefined;
  const hints = HINTS.flatMap((hint) => {
    const value = jsonValue(annotations, hint)?.value;
    return typeof value === "boolean" ? [[hint, value] as const] : [];
  });
  return hints.length === 0 ? undefined : Object.fromEntries(hints);
}
