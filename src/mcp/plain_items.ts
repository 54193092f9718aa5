// Items of the languages of which only the surface is read, put together out of named values.

import type { MappedText, SurfaceOwner, SurfaceRole } from "../core/mod.ts";
import type { NodeId } from "../syntax/mod.ts";
import { type Given, givenIn, plainText } from "./plain_texts.ts";
import { addParameter, addText, type Draft, nodeText, type Reading, spendStep } from "./reading.ts";
import { hintNamed, setHints } from "./tool_facts.ts";

/** Keys in one spelling: `input_schema`, `InputSchema` and `inputSchema` are one. */
export function plainKey(key: string): string {
  return key.replaceAll("_", "").toLowerCase();
}

/** Values by plain key; of equal ones the last. */
export function byKey(given: readonly Given[]): ReadonlyMap<string, NodeId> {
  return new Map(
    given.flatMap(({ key, value }) => key === undefined ? [] : [[plainKey(key), value] as const]),
  );
}

const ROLES: readonly (readonly [string, SurfaceRole])[] = [
  ["name", "name"],
  ["title", "title"],
  ["description", "description"],
  ["instructions", "instructions"],
];

export interface Instead {
  readonly name?: NodeId | undefined;
  readonly description?: MappedText | undefined;
}

/** Name, title, description, hints, address and schemas out of named values. */
export function addNamed(
  draft: Draft,
  values: ReadonlyMap<string, NodeId>,
  instead: Instead = {},
): void {
  const { reading } = draft;
  for (const [key, role] of ROLES) {
    const node = values.get(key);
    const text = plainText(reading, node);
    addText(draft, text ?? insteadOf(reading, role, instead), { role });
    if (node !== undefined && !text) draft.hidden.add(role);
  }
  const uri = plainText(reading, values.get("uri") ?? values.get("uritemplate"));
  if (uri) draft.uri = uri.text;
  for (const [key, node] of values) addHint(draft, key, node);
  const annotations = values.get("annotations");
  if (annotations !== undefined) addAnnotations(draft, annotations);
  for (const key of ["inputschema", "schema"]) {
    const schema = values.get(key);
    if (schema !== undefined) addSchema(draft, schema, { depth: 0 });
  }
  const output = values.get("outputschema");
  if (output !== undefined) {
    draft.isOutput = true;
    addSchema(draft, output, { depth: 0 });
    draft.isOutput = false;
  }
}

function insteadOf(
  reading: Reading,
  role: SurfaceRole,
  { name, description }: Instead,
): MappedText | undefined {
  if (role === "name" && name !== undefined) return nodeText(reading.tree, name);
  return role === "description" ? description : undefined;
}

function addHint(draft: Draft, key: string, value: NodeId): void {
  const hint = hintNamed(key);
  const text = draft.reading.tree.shortText(value, 6).toLowerCase();
  if (hint !== undefined && (text === "true" || text === "false")) {
    setHints(draft, { [hint]: text === "true" });
  }
}

/** A record, an annotation, a call or tokens with hints and a title. */
function addAnnotations(draft: Draft, node: NodeId): void {
  const { reading } = draft;
  const { tree } = reading;
  const list = tree.child(node, "arguments") ?? tree.firstChild(node, "arguments") ?? node;
  for (const [key, value] of byKey(givenIn(tree, list))) {
    addHint(draft, key, value);
    if (key === "title" && !draft.texts.some(({ role }) => role === "title")) {
      addText(draft, plainText(reading, value), { role: "title" });
    }
  }
}

const RECORDS = new Set(["hash", "array_creation_expression", "argument_list", "array"]);
const MAX_DEPTH = 6;
/** Calls of one schema's chain. */
const MAX_CHAIN = 24;

/** JSON Schema as a record of the language, or `schema.string().description("…")`. */
export function addSchema(
  draft: Draft,
  node: NodeId,
  { parameter, depth }: { parameter?: string; depth: number },
): void {
  const { reading } = draft;
  const { tree } = reading;
  if (depth > MAX_DEPTH || !spendStep(reading)) return;
  if (!RECORDS.has(tree.kind(node))) {
    if (parameter !== undefined) addChain(draft, node, parameter);
    return;
  }
  const values = byKey(givenIn(tree, node));
  const as = parameter === undefined
    ? { role: "description" as const }
    : { role: "parameter" as const, parameter };
  addText(draft, plainText(reading, values.get("description")), as);
  if (parameter !== undefined) {
    for (const [key, role] of [["default", "default"], ["enum", "choice"]] as const) {
      const value = values.get(key);
      const each = value === undefined
        ? []
        : RECORDS.has(tree.kind(value))
        ? givenIn(tree, value).map((one) => one.value)
        : [value];
      for (const one of each) addText(draft, plainText(reading, one), { role, parameter });
    }
  }
  const properties = values.get("properties");
  for (const { key, keyNode, value } of properties === undefined ? [] : givenIn(tree, properties)) {
    if (key === undefined || keyNode === undefined) continue;
    const inner = byKey(RECORDS.has(tree.kind(value)) ? givenIn(tree, value) : []);
    const type = plainText(reading, inner.get("type"))?.text;
    addParameter(draft, plainText(reading, keyNode) ?? nodeText(tree, keyNode), {
      isTop: parameter === undefined,
      ...(type !== undefined && { type }),
    });
    addSchema(draft, value, { parameter: key, depth: depth + 1 });
  }
  const items = values.get("items");
  if (items !== undefined) {
    addSchema(draft, items, { depth: depth + 1, ...(parameter !== undefined && { parameter }) });
  }
}

/** `.description("…")` somewhere in a chain of calls. */
export function addChain(draft: Draft, node: NodeId, parameter: string): void {
  const { reading } = draft;
  const { tree } = reading;
  let at: NodeId | undefined = node;
  for (let left = MAX_CHAIN; at !== undefined && left > 0; left--) {
    const name = tree.child(at, "name") ?? tree.child(at, "method");
    if (name !== undefined && tree.shortText(name, 12) === "description") {
      const [first] = givenIn(tree, tree.child(at, "arguments"));
      addText(draft, plainText(reading, first?.value), { role: "parameter", parameter });
    }
    at = tree.child(at, "object") ?? tree.child(at, "receiver");
  }
}

/** Owners by what an attribute, annotation or class is called. */
export function ownerNamed(name: string): SurfaceOwner | undefined {
  const [, kind] =
    /^(?:Mcp)?(?:Server)?(Tool|Prompt|ResourceTemplate|Resource)(?:Attribute)?$/.exec(name) ?? [];
  return kind === undefined
    ? undefined
    : kind === "Tool"
    ? "tool"
    : kind === "Prompt"
    ? "prompt"
    : "resource";
}
