// What bundlers leave of modules: helpers that pass a library through, and CommonJS modules as
// functions that are run when they are first required.

import type { Call } from "./calls.ts";
import { finishClosures } from "./definitions.ts";
import { Frame } from "./frame.ts";
import type { Closure, Scope } from "./program.ts";
import { runBody } from "./statements.ts";
import type { Run } from "./run.ts";
import { join, type Value } from "./values.ts";

const PASSING =
  /^(?:__toESM|__toCommonJS|__importDefault|__importStar|_?_?interop_?[rR]equire_?(?:Default|Wildcard|default|wildcard))\d{0,3}$/;
const WRAPPING = /^__commonJS(?:Min)?\d{0,3}$/;

/** A call of a bundler's helper, or of a module that one made. */
export function bundledModule(run: Run, frame: Frame, call: Call): Value | undefined {
  const { callee } = call.expr;
  const name = callee.e === "name" ? callee.name : "";
  if (PASSING.test(name)) return call.args[0];
  if (WRAPPING.test(name)) {
    const inner = moduleIn(call.args[0]);
    if (!inner) return undefined;
    const closure = run.newClosure({ ...inner, isModule: true });
    return { taints: [], closures: [closure] };
  }
  const closure = call.callee.closures?.find(({ isModule }) => isModule);
  return closure && runModule(run, frame, closure);
}

function moduleIn(value: Value | undefined): Closure | undefined {
  if (value?.closures) return value.closures[0];
  return [...value?.fields?.values() ?? []].flatMap(({ closures }) => closures ?? [])[0];
}

/** Runs it once; what it exports, also to one that it requires itself. */
function runModule(run: Run, frame: Frame, { func, scope: parent, file }: Closure): Value {
  const known = run.bundled.get(func);
  if (known) return exportsOf(known);
  const scope: Scope = { parent, file, isModule: false, vars: new Map() };
  run.bundled.set(func, scope);
  const [exports, module] = func.params.map(({ target }) => target.k === "name" ? target.name : "");
  scope.vars.set(exports || "exports", { taints: [] });
  scope.vars.set(module || "module", {
    taints: [],
    fields: new Map([["exports", { taints: [] }]]),
  });
  const inner = new Frame(scope);
  run.counted(() => {
    runBody(run, inner, func.body);
    finishClosures(run, inner);
  });
  for (const reach of inner.summary().reaches) frame.reach(reach);
  return exportsOf(scope);
}

function exportsOf({ vars }: Scope): Value {
  let value: Value = { taints: [], fields: new Map() };
  for (const held of vars.values()) {
    const inner = held.fields?.get("exports");
    if (inner) value = join(value, inner);
  }
  const own = [...vars.values()][0];
  return own?.fields && !own.fields.has("exports") ? join(value, own) : value;
}
