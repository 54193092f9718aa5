// Texts that a client gives to its model by itself: instructions of a project, commands, agents and
// skills. Their front matter is read as YAML, the rest as one text.

import {
  type FileKind,
  type MappedText,
  type Span,
  standingFor,
  type SurfaceItem,
  type SurfaceText,
  verbatim,
} from "../core/mod.ts";
import { type JsonNode, jsonValue, parseYaml } from "../syntax/mod.ts";

/** Units of a text that are read; what models are given at once is far shorter. */
const MAX_TEXT = 512 * 1024;

export interface Instructions {
  readonly item: SurfaceItem;
  /** The front matter, its places those of the file; nothing where there is none. */
  readonly front?: JsonNode;
  /** Where the text below the front matter stands. */
  readonly body: Span;
  readonly malformed?: string;
  /** True where the text is longer than what was read. */
  readonly cut: boolean;
}

const FRONT = /^---[ \t]{0,20}\r?\n/;
const FRONT_END = /\r?\n(?:---|\.\.\.)[ \t]{0,20}(?:\r?\n|$)/g;
/** Units of front matter. */
const MAX_FRONT = 64 * 1024;

/** `undefined` for a file of another kind. */
export function instructions(
  { kind, text }: { readonly kind: FileKind; readonly text: string },
): Instructions | undefined {
  if (kind !== "instructions" && kind !== "skill") return undefined;
  const front = frontOf(text);
  const { root, malformed } = front ? parseYaml(text.slice(0, front.end)) : {};
  const body = { start: front?.next ?? 0, end: Math.min(text.length, MAX_TEXT) };
  const name = jsonValue(root, "name");
  const texts: SurfaceText[] = [];
  const description = jsonValue(root, "description");
  if (description?.type === "string") {
    texts.push({ role: "description", value: valueOf(text, description) });
  }
  texts.push({
    role: "instructions",
    value: verbatim(text.slice(body.start, body.end), body.start),
  });
  return {
    item: {
      owner: kind,
      name: name?.type === "string" ? String(name.value) : "",
      span: { start: 0, end: body.end },
      texts,
    },
    ...(root && { front: root }),
    body,
    ...(malformed !== undefined && { malformed }),
    cut: body.end < text.length,
  };
}

/** From the first line on, so that places in it are those in the file. */
function frontOf(text: string): { end: number; next: number } | undefined {
  const opening = FRONT.exec(text)?.[0].length;
  if (opening === undefined) return undefined;
  FRONT_END.lastIndex = Math.max(0, opening - 1);
  const closing = FRONT_END.exec(text.slice(0, MAX_FRONT));
  return closing ? { end: closing.index, next: closing.index + closing[0].length } : undefined;
}

function valueOf(text: string, node: JsonNode): MappedText {
  const span = node.inner ?? { start: node.offset, end: node.offset + node.length };
  const value = String(node.value);
  return text.slice(span.start, span.end) === value
    ? verbatim(value, span.start)
    : standingFor(value, span);
}
