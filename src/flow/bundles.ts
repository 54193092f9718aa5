// What bundlers leave of modules: helpers that pass a library through, CommonJS modules as functions
// that are run when they are first required, and exports as getters.

import type { Call } from "./calls.ts";
import { finishClosures } from "./definitions.ts";
import { Frame, placeKey } from "./frame.ts";
import type { ClassDef, Method } from "./ir.ts";
import type { Closure, Scope } from "./program.ts";
import { runBody } from "./statements.ts";
import type { Run } from "./run.ts";
import { join, NOTHING, textOf, type Value } from "./values.ts";
import { setIn } from "./written_places.ts";

const PASSING =
  /^(?:__toESM|__toCommonJS|__importDefault|__importStar|_?_?interop_?[rR]equire_?(?:Default|Wildcard|default|wildcard))\d{0,3}$/;
const WRAPPING = /^__commonJS(?:Min)?\d{0,3}$/;
const EXPORTING = /^__export\d{0,3}$/;
const REQUIRING = "__webpack_require__";
/** What `__webpack_require__.n(module)` gives is kept under such a name. */
const GETTER = /__WEBPACK_IMPORTED_MODULE_\d{1,6}___default$/;
const TABLE = "__webpack_modules__";

/** A call of a bundler's helper, or of a module that one made. */
export function bundledModule(run: Run, frame: Frame, call: Call): Value | undefined {
  const { callee } = call.expr;
  const name = callee.e === "name" ? callee.name : "";
  if (PASSING.test(name)) return call.args[0];
  if (GETTER.test(name)) return call.callee;
  if (EXPORTING.test(name)) return exported(frame, call);
  if (callee.e === "member" && callee.object.e === "name" && callee.object.name === REQUIRING) {
    return ofWebpack(frame, call);
  }
  if (name === REQUIRING) {
    const id = call.args[0] && textOf(call.args[0]);
    const module = id === undefined ? undefined : frame.lookUp(TABLE)?.fields?.get(id);
    const closure = module?.closures?.[0];
    return closure && runModule(run, frame, closure);
  }
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
  const names = func.params.map(({ target }) => target.k === "name" ? target.name : "");
  // Webpack gives the module first, and what requires others last.
  const isWebpack = names[2] === REQUIRING || MODULE.test(names[0] ?? "");
  const [first, second] = isWebpack ? [names[1], names[0]] : names;
  scope.vars.set(first || "exports", { taints: [] });
  scope.vars.set(second || "module", {
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

const MODULE = /^(?:__unused_webpack_|__webpack_)?module$/;

/** `__webpack_require__.d(exports, { f: () => f })`, and `.n(module)`, which gives a getter. */
function ofWebpack(frame: Frame, call: Call): Value | undefined {
  if (call.method === "d") return exported(frame, call);
  return call.method === "n" ? call.args[0] : undefined;
}

/** `__export(target, { f: () => f })`: members of the target, read when they are asked for. */
function exported(frame: Frame, { expr, args: [, given], places }: Call): Value {
  const key = places[0] && placeKey(places[0]);
  const methods = new Map<string, Closure>();
  for (const [name, { closures = [] }] of given?.fields ?? []) {
    if (closures.length === 1 && closures[0]!.func.params.length === 0) {
      methods.set(name, closures[0]!);
    }
  }
  if (!key || key.path.length > 0 || methods.size === 0 || !frame.lookUp(key.name)) return NOTHING;
  const getters = [...methods].map(([name, { func }]): Method => ({
    func: { ...func, name },
    isStatic: false,
    kind: "getter",
  }));
  const def: ClassDef = {
    name: key.name,
    bases: [],
    decorators: [],
    methods: getters,
    fields: [],
    at: expr.at,
  };
  const info = { name: key.name, def, file: frame.file, methods, statics: new Map(), bases: [] };
  setIn(frame, { ...key, change: (held) => ({ ...held, instance: info }) });
  return NOTHING;
}

function exportsOf({ vars }: Scope): Value {
  let value: Value = { taints: [], fields: new Map() };
  for (const held of vars.values()) {
    const inner = held.fields?.get("exports");
    if (inner) value = join(value, inner);
  }
  const own = [...vars.values()][0];
  if (own?.instance) return join(value, own);
  return own?.fields && !own.fields.has("exports") ? join(value, own) : value;
}
