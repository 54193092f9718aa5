// Which part of what a sink takes counts, for the kinds where not all of it does: a path on the same
// host is no redirect elsewhere, a value in a field is no query.

import type { Call } from "./calls.ts";
import type { SinkKind } from "./kinds.ts";
import { allTaints, joinTaints, type Taint, textOf, type Value } from "./values.ts";

interface Taken {
  readonly value: Value;
  readonly call: Call;
}

export function partTaints(kind: SinkKind, { value, call }: Taken): readonly Taint[] {
  switch (kind) {
    case "redirect":
      return redirectTaints(value);
    case "nosql":
      return isDocuments(call) ? queryTaints(value) : [];
    case "header":
      return headTaints(value);
    case "log":
      return value.parts ? allTaints(value) : [];
    default:
      return allTaints(value);
  }
}

/** What a template's values and the text between them are as words: split where the text has blanks. */
export function taggedWords(template: Value): Value[] {
  const words: Value[][] = [[]];
  for (const part of template.parts ?? [template]) {
    const text = textOf(part);
    if (text === undefined) {
      words.at(-1)!.push(part);
      continue;
    }
    for (const [i, piece] of text.split(/\s+/).entries()) {
      if (i > 0) words.push([]);
      if (piece !== "") words.at(-1)!.push({ taints: [], constants: [piece] });
    }
  }
  return words.filter(({ length }) => length > 0).map((parts) =>
    parts.length === 1 ? parts[0]! : {
      taints: parts.reduce<readonly Taint[]>((all, part) => joinTaints(all, allTaints(part)), []),
      parts,
    }
  );
}

/** A path that stays on the server: a slash, and something that is no second one. */
const OWN_PLACE = /^(?:\/[^/\\]|[?#]|\.{1,2}\/)/;
/** Of a request: what the browser asked for, which whoever wrote the link cannot choose apart from it. */
const OWN_ADDRESS = new Set(["url", "originalUrl", "baseUrl", "nextUrl", "headers", "host", "URL"]);

function redirectTaints(value: Value): readonly Taint[] {
  const first = value.parts?.[0];
  if (first && OWN_PLACE.test(textOf(first) ?? "")) return [];
  return allTaints(value).filter(({ origin }) =>
    origin.from !== "parameter" || !origin.path.some((name) => OWN_ADDRESS.has(name))
  );
}

/** Operators whose value is code. */
const CODE_OPERATORS = new Set(["$where", "$expr", "$function", "$accumulator"]);
/** Operators, and places in a list, that hold queries. */
const QUERY_PLACES = /^(?:\$(?:match|and|or|nor|not|elemMatch)|\d+|filter|where)$/;
const DEEPEST = 4;

/** A query as a whole, or an operator's place in it: there an object brings operators of its own. */
function queryTaints(value: Value, depth = 0): readonly Taint[] {
  let taints = value.type === "text" ? [] : value.taints;
  if (depth >= DEEPEST) return taints;
  for (const [name, field] of value.fields ?? []) {
    const inner = CODE_OPERATORS.has(name)
      ? allTaints(field)
      : QUERY_PLACES.test(name)
      ? queryTaints(field, depth + 1)
      : [];
    taints = joinTaints(taints, inner);
  }
  return value.element ? joinTaints(taints, queryTaints(value.element, depth + 1)) : taints;
}

/** Methods that only collections of documents have. */
const DOCUMENT_METHODS =
  /^(?:find_one\w*|(?:update|delete|replace)_one|count_documents|findOneAnd\w+|countDocuments|(?:updateOne|deleteOne|replaceOne)|(?:UpdateOne|UpdateMany|DeleteOne|DeleteMany|ReplaceOne|CountDocuments|FindOneAnd\w+))$/;
const DOCUMENT_LIBRARIES = /mongo|motor|beanie/i;
const DOCUMENT_NAMES = /(?:^|_)coll?(?:ection)?s?$|Coll?(?:ection)?s?$/;

function isDocuments(call: Call): boolean {
  if (DOCUMENT_METHODS.test(call.method)) return true;
  const refs = [...call.callee.refs ?? [], ...call.receiver?.refs ?? []];
  if (refs.some((ref) => DOCUMENT_LIBRARIES.test(ref))) return true;
  const { callee } = call.expr;
  const object = callee.e === "member" ? callee.object : undefined;
  if (object?.e === "call") {
    return object.callee.e === "member" && /^(?:collection|Collection)$/.test(object.callee.name);
  }
  const name = object?.e === "name" || object?.e === "member" ? object.name : "";
  return DOCUMENT_NAMES.test(name);
}

const HEADER_LINE = /^(?:GET|POST|PUT|DELETE|HEAD|HTTP\/1)\b|(?:^|\n)[A-Z][A-Za-z-]{1,40}: ?/;
const HEAD_END = /\r?\n\r?\n/;

/** Text of headers that is put together by hand: up to the empty line, a line break begins another. */
function headTaints({ parts }: Value): readonly Taint[] {
  const texts = parts?.map((part) => textOf(part) ?? "") ?? [];
  if (!parts || !HEADER_LINE.test(texts.join(""))) return [];
  const end = texts.findIndex((text) => HEAD_END.test(text));
  const head = end < 0 ? parts : parts.slice(0, end);
  return head.reduce<readonly Taint[]>((all, part) => joinTaints(all, allTaints(part)), []);
}
