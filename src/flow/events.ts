// Events of the program's own: what `emit` is given, the functions take that `on` was given for the
// same name at the same emitter.

import { applyClosure } from "./apply.ts";
import type { Call } from "./calls.ts";
import type { Frame } from "./frame.ts";
import { placeKey } from "./frame.ts";
import type { ClassInfo } from "./program.ts";
import type { Run } from "./run.ts";
import { textOf } from "./values.ts";
import { fieldCell } from "./written_places.ts";

const LISTENING = new Set(["on", "once", "addListener", "prependListener"]);
const EMITTERS =
  /^(?:(?:events|eventemitter3)(?:\.(?:default|EventEmitter))?|eventemitter2\.EventEmitter2|mitt)(?:\(\))?$/;
/** Functions that listen to one event. */
const MAX_LISTENERS = 20;
/** Levels of classes above one. */
const MAX_LEVELS = 8;

/** Notes who listens, and gives on what is told. */
export function noteEvent(run: Run, frame: Frame, call: Call): void {
  const { method, args: [first, ...args], receiver } = call;
  const isListening = LISTENING.has(method);
  if (!receiver || !first || !isListening && method !== "emit") return;
  const event = textOf(first);
  const emitter = event === undefined ? undefined : emitterOf(frame, call);
  if (emitter === undefined) return;
  const known = run.listeners.get(emitter) ?? new Map();
  const closures = known.get(event!) ?? [];
  if (isListening) {
    const all = [...closures, ...args[0]?.closures ?? []];
    run.listeners.set(emitter, known.set(event!, all.slice(0, MAX_LISTENERS)));
    return;
  }
  for (const closure of closures) {
    if (run.busy.has(closure.id)) continue;
    const expr = { ...call.expr, args: call.expr.args.slice(1) };
    const places = call.places.slice(1);
    applyClosure(run, frame, {
      closure,
      call: { ...call, expr, args, keywords: new Map(), places },
    });
  }
}

/** What tells one emitter from another: the field or the class that it is, else the value itself. */
function emitterOf(frame: Frame, { expr, receiver }: Call): object | string | undefined {
  const { instance, refs } = receiver!;
  if (instance) return isEmitter(instance) ? instance : undefined;
  if (!refs?.some((ref) => EMITTERS.test(ref))) return undefined;
  const place = expr.callee.e === "member" ? placeKey(expr.callee.object) : undefined;
  const [field, ...others] = place?.path ?? [];
  const owner = place && frame.lookUp(place.name)?.instance;
  if (owner && field !== undefined && others.length === 0) return fieldCell(owner, field);
  return receiver;
}

function isEmitter(info: ClassInfo, level = 0): boolean {
  return level < MAX_LEVELS &&
    info.bases.some(({ refs, instance }) =>
      refs?.some((ref) => EMITTERS.test(ref)) || instance && isEmitter(instance, level + 1)
    );
}
