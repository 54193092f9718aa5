// Calls that call another function with what they are given: `f.apply(…)`, threads, executors.

import { type Call, callValue } from "./calls.ts";
import type { Frame } from "./frame.ts";
import type { Expr } from "./ir.ts";
import { memberFrom } from "./members.ts";
import type { Run } from "./run.ts";
import { elementOf, type Given, joinAll, NOTHING, textOf, type Value } from "./values.ts";

interface Forward {
  readonly called: Value;
  readonly args: readonly Value[];
  /** Of the call's own arguments, the first of those; none where they stand in a list. */
  readonly first?: number;
}

/** By name: where the function stands, and where its arguments begin. */
const RUNNERS: Readonly<Record<string, readonly [called: number, first: number]>> = {
  "asyncio.to_thread": [0, 1],
  "anyio.to_thread.run_sync": [0, 1],
  "starlette.concurrency.run_in_threadpool": [0, 1],
  "fastapi.concurrency.run_in_threadpool": [0, 1],
  setImmediate: [0, 1],
  setTimeout: [0, 2],
  queueMicrotask: [0, 1],
};
/** By method, whatever it is of. */
const METHODS: Readonly<Record<string, readonly [called: number, first: number]>> = {
  run_in_executor: [1, 2],
  submit: [0, 1],
  call_soon: [0, 1],
  call_later: [1, 2],
};
const THREADS = /^(?:threading\.(?:Thread|Timer)|multiprocessing\.Process)$/;

/** What the function that is called gives; nothing where the call calls no other. */
export function forwarded(run: Run, frame: Frame, call: Call): Value | undefined {
  const method = getattr(run, frame, call);
  if (method) return method;
  if (call.callee.refs?.[0] === "map" && call.args[1]) {
    const [called, list] = call.args as readonly [Value, Value];
    return { taints: [], element: callOf(run, frame, call, { called, args: [elementOf(list)] }) };
  }
  const forward = forwardOf(call) ??
    (run.languageOf(frame.file) === "python" ? pooled(call) : undefined);
  if (!forward || !(forward.called.closures || forward.called.refs)) return undefined;
  const result = callOf(run, frame, call, forward);
  return MAPPERS.has(call.method) ? { taints: [], element: result } : result;
}

function callOf(run: Run, frame: Frame, call: Call, { called, args, first }: Forward): Value {
  const name = called.refs?.[0]?.split(".").at(-1) ?? "";
  return callValue(run, frame, {
    ...call,
    expr: { ...call.expr, args: first === undefined ? [] : call.expr.args.slice(first) },
    callee: called,
    method: name,
    receiver: undefined,
    args,
    places: first === undefined ? [] : call.places.slice(first),
    keywords: new Map(),
  });
}

function forwardOf({ callee, receiver, method, args, keywords }: Call): Forward | undefined {
  if (receiver && (method === "call" || method === "apply")) {
    if (!receiver.closures && !receiver.refs) return undefined;
    const rest = method === "call" ? args.slice(1) : elementsOf(args[1] ?? NOTHING);
    return { called: receiver, args: rest, ...(method === "call" && { first: 1 }) };
  }
  const name = callee.refs?.[0] ?? "";
  if (THREADS.test(name)) {
    const called = keywords.get("target");
    return called && { called, args: elementsOf(keywords.get("args") ?? NOTHING) };
  }
  const places = RUNNERS[name] ?? (receiver ? METHODS[method] : undefined);
  const called = places && args[places[0]];
  return called && { called, args: args.slice(places[1]), first: places[1] };
}

/** Methods of pools, as Python names them, that call a function with each element of lists. */
const MAPPERS = new Set(["map", "imap", "imap_unordered", "map_async"]);
const APPLIERS = new Set(["apply", "apply_async"]);

/** `pool.map(f, xs)`, `pool.apply_async(f, (x,))` */
function pooled({ receiver, method, args: [called, ...rest] }: Call): Forward | undefined {
  if (!receiver || !called?.closures && !called?.refs) return undefined;
  if (MAPPERS.has(method)) return { called, args: rest.map(elementOf) };
  return APPLIERS.has(method) ? { called, args: elementsOf(rest[0] ?? NOTHING) } : undefined;
}

const PARTIAL = /^functools\.partial(?:method)?$/;

/** `functools.partial(f, x)`: the function, with what it is given before. */
export function partial({ callee, args, keywords }: Call): Value | undefined {
  const [called, ...given] = args;
  if (!called || !callee.refs?.some((ref) => PARTIAL.test(ref))) return undefined;
  if (given.length === 0 && keywords.size === 0) return called;
  const before = called.given;
  return {
    ...called,
    given: {
      args: [...before?.args ?? [], ...given],
      keywords: new Map([...before?.keywords ?? [], ...keywords]),
    },
  };
}

/** The call as if all were given at once. */
export function completed(call: Call, { args, keywords }: Given): Call {
  const { given: _, ...callee } = call.callee;
  const { at } = call.expr;
  // Where those stand is nothing that a guard here could speak of.
  const before = args.map((): Expr => ({ e: "const", type: "null", text: "", at }));
  return {
    ...call,
    callee,
    expr: { ...call.expr, args: [...before.map((value) => ({ value })), ...call.expr.args] },
    args: [...args, ...call.args],
    keywords: new Map([...keywords, ...call.keywords]),
    places: [...before, ...call.places],
  };
}

function elementsOf(value: Value): Value[] {
  const fields = [...value.fields?.entries() ?? []].filter(([name]) => /^\d+$/.test(name));
  return fields.length > 0 ? fields.map(([, field]) => field) : [elementOf(value)];
}

/** `getattr(object, name)`: the member, or any method where the name is not known. */
function getattr(run: Run, frame: Frame, { callee, args, expr }: Call): Value | undefined {
  const [object, name] = args;
  if (callee.refs?.[0] !== "getattr" || !object || !name) return undefined;
  const text = textOf(name);
  if (text !== undefined) {
    const member: Expr & { e: "member" } = {
      e: "member",
      object: expr.args[0]!.value,
      name: text,
      at: expr.at,
    };
    return memberFrom(run, frame, { held: object, expr: member });
  }
  const methods = [...object.instance?.methods.values() ?? []];
  if (methods.length === 0) return undefined;
  const closures = methods.map((closure) => ({ ...closure, self: object }));
  return joinAll([{ taints: [], closures }, { taints: [], chosen: name.taints }]);
}
