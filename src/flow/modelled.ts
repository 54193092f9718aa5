// Calls of libraries that the tables know: sinks, sources, and what passes through.

import { allInputs, type Call, callBack, passed, refsOnly, selected } from "./calls.ts";
import { secretOf } from "./environment.ts";
import { isMultiline } from "./expression_kinds.ts";
import type { Frame } from "./frame.ts";
import { joinedPaths } from "./joins.ts";
import { hasKind, NO_KINDS } from "./kinds.ts";
import { ASSUMED, BOUNDED, CHANGED, RELATIVE, RESOLVED } from "./models/marks.ts";
import type { CallModel, Models } from "./models/model.ts";
import { refine } from "./refine.ts";
import { replacedKinds } from "./replacements.ts";
import { type Run, stepAt } from "./run.ts";
import { noteUses } from "./uses.ts";
import { checkSinks, hostTaints, isOn, isSql } from "./sinks.ts";
import {
  allTaints,
  joinTaints,
  madeSafe,
  mapTaints,
  NOTHING,
  stepped,
  type Taint,
  textOf,
  type Value,
} from "./values.ts";
import { setPlace } from "./written_places.ts";

/** What the tables say of what is called, and by which name: the surest first. */
export function modelOf(
  models: Models,
  { callee, method, expr }: Call,
): { readonly name: string; readonly model: CallModel } | undefined {
  const found = (name: string | undefined) => {
    const model = name === undefined ? undefined : models.get(name);
    return model && { name: name!, model };
  };
  const names = callee.refs?.map((ref) => ref.startsWith("node:") ? ref.slice(5) : ref) ?? [];
  for (const forms of [itself, asOnly, ending]) {
    for (const name of names) {
      const model = found(forms(name));
      if (model) return model;
    }
  }
  return expr.callee.e === "member" ? found(`*.${method}`) : undefined;
}

function itself(name: string): string {
  return name;
}

/** One of several results is named as if it were the only one. */
function asOnly(name: string): string | undefined {
  return name.includes("().*.") ? name.replace("().*.", "().") : undefined;
}

/** The last two parts of a longer name. */
function ending(name: string): string | undefined {
  const last = name.lastIndexOf(".");
  const before = last <= 0 ? -1 : name.lastIndexOf(".", last - 1);
  return before < 0 ? undefined : `*.${name.slice(before + 1)}`;
}

/** Many things have a method called `query`: one that takes no statement here is not the one. */
export function isMeant(call: Call, { sinks, passes }: CallModel, name: string): boolean {
  if (!sinks || passes !== "none" || !name.startsWith("*.")) return true;
  return sinks.some(({ kind, args }) =>
    kind !== "sql" ||
    args.some((which) => selected(call, which).some((value) => isSql(value, call)))
  );
}

export function modelled(
  run: Run,
  frame: Frame,
  { call, model, name }: { call: Call; model: CallModel; name: string },
): Value {
  if (model.sinks) {
    checkSinks(frame, { call, model, name });
    noteUses(frame, { call, model, name });
  }
  callBack(run, frame, call);
  if (model.exits) frame.dead = true;
  const asserted = model.asserts === undefined ? undefined : call.places[model.asserts];
  if (asserted) refine(run, frame, { test: asserted, holds: true });
  if (model.fills) fill(run, frame, { call, fills: model.fills });
  if (model.returns === "number" || model.returns === "boolean") {
    return { taints: [], type: model.returns };
  }
  const place = { file: frame.file, at: call.expr.at };
  if (model.readsVariable) {
    const secret = secretOf(call.args[0] && textOf(call.args[0]), place);
    return { ...refsOnly(call), taints: secret ? [secret] : [] };
  }
  const plain = resultOf(frame, { call, model });
  if (model.decodes) frame.decodes = true;
  const passing = model.decodes ? decoded(plain) : plain;
  const own = isOn(call, { only: model.marksOnly }) ? model.marks ?? NO_KINDS : NO_KINDS;
  const kinds = own | replacedKinds(call, run.languageOf(frame.file));
  const marked = madeSafe((kinds & RESOLVED) === 0 ? passing : unbound(passing), kinds);
  const { gives } = model;
  const base = gives && isOn(call, gives) ? { ...marked, refs: [gives.name] } : marked;
  if (!model.source) return base;
  const { words } = model.source;
  // What an address of somebody's choice answers is not the server's own partner's word.
  const isChosen = model.source.kind === "remote" &&
    model.sinks?.some(({ args }) =>
      args.some((which) =>
        selected(call, which).some((url) =>
          hostTaints(url).some(({ safe }) => !hasKind(safe, "url"))
        )
      )
    );
  const kind = isChosen ? "page" : model.source.kind;
  const source: Taint = {
    origin: { from: "source", kind, place, words },
    safe: 0,
    trail: undefined,
  };
  return { ...base, taints: joinTaints(base.taints, [source]) };
}

const KEPT = ASSUMED | CHANGED;

function decoded(value: Value): Value {
  return mapTaints(value, (taint) => ({ ...taint, safe: taint.safe & KEPT }));
}

/** What is resolved may lie elsewhere, and be absolute. */
function unbound(value: Value): Value {
  return mapTaints(value, (taint) => ({ ...taint, safe: taint.safe & ~(BOUNDED | RELATIVE) }));
}

function fill(
  run: Run,
  frame: Frame,
  { call, fills: { place, from } }: { call: Call; fills: NonNullable<CallModel["fills"]> },
): void {
  const target = call.places[place];
  const [given] = selected(call, from);
  if (!target || !given) return;
  const { instance } = call.args[place] ?? NOTHING;
  const step = stepAt(frame, call.expr, `read by "${call.method}"`);
  const value = { ...stepped({ taints: allTaints(given) }, step), ...(instance && { instance }) };
  if (target.e === "name") frame.set(target.name, value);
  else setPlace(run, frame, { place: target, value });
}

function resultOf(frame: Frame, { call, model }: { call: Call; model: CallModel }): Value {
  const first = call.args[0] ?? NOTHING;
  if (model.wraps) return first;
  if (
    model.compiles && call.expr.args.length > 0 &&
    !call.expr.args.some(({ value }) => isMultiline(value))
  ) {
    return first;
  }
  if (model.sanitises !== undefined) return madeSafe(passed(frame, call, [first]), model.sanitises);
  if (model.passes === "none") return refsOnly(call);
  if (model.joins) {
    const joined = joinedPaths(call, model);
    return joined.length === 1 ? joined[0]! : passed(frame, call, joined);
  }
  if (!model.passes) return passed(frame, call, allInputs(call));
  const values = model.passes.flatMap((which) => selected(call, which));
  const only = values.length === 1 ? values[0]! : undefined;
  return only && model.returns === undefined ? only : passed(frame, call, values);
}
