// Lists, maps and queues: what is put into one stays in it, and what is taken out of it was put in.

import type { Call } from "./calls.ts";
import { type Frame, placeKey } from "./frame.ts";
import { HOST } from "./texts.ts";
import { elementOf, join, joinAll, madeSafe, NOTHING, textOf, type Value } from "./values.ts";
import { KEYS, memberTaint } from "./taints.ts";
import { noteCells, noteGiven, setIn } from "./written_places.ts";

const TAKERS = new Set([
  "get",
  "get_nowait",
  "at",
  "pop",
  "shift",
  "popleft",
  "values",
  "items",
  "entries",
]);
const NUMBER: Value = { taints: [], type: "number" };

/** What a map or a list of the program's gives of itself. */
export function contained(call: Call): Value | undefined {
  const { receiver, method, args, callee } = call;
  const name = callee.refs?.[0];
  if (method === "append" && !receiver && args.length > 1) return appended(args);
  const made = name === undefined ? undefined : listed(name, args);
  if (made) return made;
  if (!receiver || !TAKERS.has(method) || !(receiver.fields || receiver.element)) return undefined;
  const key = args[0] && textOf(args[0]);
  const own = method === "get" && key !== undefined ? receiver.fields?.get(key) : undefined;
  if (own) return own;
  const element = elementOf(receiver);
  if (method === "values") return { taints: [], element };
  if (method === "items" || method === "entries") {
    return listOf({ taints: receiver.taints }, element);
  }
  return args[1] ? join(element, args[1]) : element;
}

/** Go's `append(list, x)`. */
function appended([list, ...added]: readonly Value[]): Value {
  const element = joinAll(added);
  const held = list!.element ?? (list!.fields?.size ? elementOf(list!) : undefined);
  return { taints: list!.taints, element: held ? join(held, element) : element };
}

/** A list of pairs. */
function listOf(first: Value, second: Value): Value {
  return { taints: [], element: { taints: [], fields: new Map([["0", first], ["1", second]]) } };
}

/** The languages' own functions over lists. */
function listed(name: string, args: readonly Value[]): Value | undefined {
  const [first = NOTHING] = args;
  switch (name) {
    case "enumerate":
      return listOf(NUMBER, elementOf(first));
    case "zip":
      return {
        taints: [],
        element: {
          taints: [],
          fields: new Map(args.map((each, i): [string, Value] => [String(i), elementOf(each)])),
        },
      };
    case "range":
      return { taints: [], element: NUMBER };
    case "sorted":
    case "reversed":
    case "list":
    case "tuple":
    case "set":
    case "frozenset":
    case "iter":
      return first.fields || first.element ? first : { taints: [], element: elementOf(first) };
    case "next":
      return elementOf(first);
    case "filter":
      return args[1] && { taints: [], element: elementOf(args[1]) };
    case "Object.entries":
      return listOf({ taints: first.taints }, elementOf(first));
    case "Object.values":
      return { taints: [], element: elementOf(first) };
    case "Object.keys":
      return { taints: [], element: keysOf(first) };
    default:
      return undefined;
  }
}

/** Names of members, which were sent where the whole was; of which those that are written out are nobody's choice. */
export function keysOf({ taints }: Value): Value {
  return { taints: taints.map((taint) => memberTaint(taint, KEYS)) };
}

const ADDERS = new Set([
  "push",
  "append",
  "add",
  "unshift",
  "insert",
  "extend",
  "set",
  "put",
  "update",
  "put_nowait",
  "appendleft",
  "send",
  "WriteString",
  "WriteRune",
  "WriteByte",
]);
/** Places of a list that are told apart. */
const MAX_PLACES = 64;

/** What is put into a list or a map stays in it. */
export function addTo(frame: Frame, { expr, args, method, receiver }: Call): void {
  const { callee } = expr;
  const isText = method === "write" &&
    receiver?.refs?.some((ref) => /(?:^|\.)StringIO\(\)$/.test(ref)) === true;
  if (callee.e !== "member" || !(isText || ADDERS.has(method)) || args.length === 0) return;
  const key = placeKey(callee.object);
  if (!key || !frame.lookUp(key.name)) return;
  const last = callee.object.e === "member" ? callee.object.name : "";
  const given = method === "push" || method === "append" ? args : args.slice(-1);
  // Behind the host of a URL nothing changes it.
  const added = last === "searchParams" ? given.map((each) => madeSafe(each, HOST)) : given;
  noteGiven(frame, { ...key, member: undefined, value: joinAll(added) });
  setIn(frame, { ...key, change: (held) => withAdded(held, added, method) });
  noteCells(frame, { ...key, value: joinAll(added) });
}

function withAdded(held: Value, added: readonly Value[], method: string): Value {
  const places = held.fields?.size ?? 0;
  const isEnd = method === "push" || method === "append";
  const isList = held.fields !== undefined && held.fields.has("0") || places === 0;
  if (isEnd && held.fields && isList && !held.element && places + added.length <= MAX_PLACES) {
    const fields = new Map(held.fields);
    for (const each of added) fields.set(String(fields.size), each);
    return { ...held, fields };
  }
  if (method === "extend" && added[0]) return concatenated(held, added[0]);
  const all = joinAll(added);
  // What was there before comes first.
  const first = isEnd && places === 0 && held.element && new Map([["0", held.element]]);
  return {
    ...held,
    ...(first && { fields: first }),
    element: held.element ? join(held.element, all) : all,
  };
}

/** A list, and another behind it; of the second the places are known where the first's are. */
export function concatenated(first: Value, second: Value): Value {
  const { taints } = first;
  const places = first.fields ?? new Map<string, Value>();
  if (first.element || first.taints.length > 0) {
    const added = elementOf(second);
    const element = first.element ? join(first.element, added) : added;
    return { taints, fields: places, element };
  }
  const fields = new Map(places);
  for (const [name, field] of second.fields ?? []) {
    if (/^\d+$/.test(name)) fields.set(String(places.size + Number(name)), field);
  }
  const rest = second.element ?? (second.taints.length > 0 ? elementOf(second) : undefined);
  return { taints, fields, ...(rest && { element: rest }) };
}
