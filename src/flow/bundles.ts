// What bundlers leave of modules: helpers that pass a library through, CommonJS modules as functions
// that are run when they are first required, and exports as getters. The helpers are told by what
// they do (bundle_shapes.ts); those of a library, by the names that it gives them.

import { type Shape, shapeOf } from "./bundle_shapes.ts";
import type { Call } from "./calls.ts";
import { finishClosures } from "./definitions.ts";
import { Frame, placeKey } from "./frame.ts";
import type { ClassDef, Func, Method } from "./ir.ts";
import type { Closure, Scope } from "./program.ts";
import { runBody } from "./statements.ts";
import type { Run } from "./run.ts";
import { join, NOTHING, textOf, type Value } from "./values.ts";
import { setIn } from "./written_places.ts";

/** What `tslib` and `@swc/helpers` have. */
const PASSING =
  /^(?:__toESM|__toCommonJS|__importDefault|__importStar|_?_?interop_?[rR]equire_?(?:Default|Wildcard|default|wildcard))\d{0,3}$/;

/** A call of a bundler's helper, or of a module that one made. */
export function bundledModule(run: Run, frame: Frame, call: Call): Value | undefined {
  const { callee } = call.expr;
  if (run.languageOf(frame.file) !== "script") return undefined;
  if (callee.e === "name" && PASSING.test(callee.name)) return call.args[0];
  const { closures } = call.callee;
  const [helper] = closures ?? [];
  if (helper && closures!.length === 1) {
    if (helper.isModule) return runModule(run, frame, { closure: helper });
    const shape = shapeOf(helper.func);
    if (shape) return ofHelper(run, frame, { call, shape, helper });
  }
  const server = callee.e === "member" && OF_REQUIRE.test(callee.name) && call.receiver;
  return server && isRequire(server) ? ofRequire(run, frame, call) : undefined;
}

interface Helped {
  readonly call: Call;
  readonly shape: Shape;
  readonly helper: Closure;
}

function ofHelper(run: Run, frame: Frame, { call, shape, helper }: Helped): Value | undefined {
  switch (shape.is) {
    case "passing":
      return call.args[0];
    case "exporting":
      return exported(frame, call);
    case "wrapping": {
      const inner = moduleIn(call.args[0]);
      if (!inner) return undefined;
      return { taints: [], closures: [run.newClosure({ ...inner, isModule: true })] };
    }
    case "requiring": {
      const id = call.args[0] && textOf(call.args[0]);
      const module = id === undefined ? undefined : tableOf(helper, shape.table)?.fields?.get(id);
      const [closure] = module?.closures ?? [];
      return closure && runModule(run, frame, { closure, require: call.callee });
    }
  }
}

function tableOf({ scope }: Closure, name: string): Value | undefined {
  for (let at: Scope | undefined = scope; at; at = at.parent) {
    const held = at.vars.get(name);
    if (held) return held;
  }
  return undefined;
}

function isRequire({ closures }: Value): boolean {
  return closures?.length === 1 && shapeOf(closures[0]!.func)?.is === "requiring";
}

const OF_REQUIRE = /^[dn]$/;

/** `__webpack_require__.d(exports, { f: () => f })`, and `.n(module)`, which gives a getter. */
function ofRequire(run: Run, frame: Frame, call: Call): Value | undefined {
  if (call.method === "d") return exported(frame, call);
  const [module] = call.args;
  if (!module) return undefined;
  const { at } = call.expr;
  const func: Func = {
    name: "",
    params: [],
    body: [{ s: "return", value: { e: "name", name: "module", at }, at }],
    decorators: [],
    isAsync: false,
    isGenerator: false,
    at,
    nameAt: at,
  };
  const vars = new Map([["module", module]]);
  const scope: Scope = { parent: undefined, file: frame.file, isModule: false, vars };
  const getter = run.newClosure({ func, scope, file: frame.file });
  return { taints: [], closures: [getter], fields: new Map([["a", module]]) };
}

function moduleIn(value: Value | undefined): Closure | undefined {
  if (value?.closures) return value.closures[0];
  return [...value?.fields?.values() ?? []].flatMap(({ closures }) => closures ?? [])[0];
}

/** Runs it once; what it exports, also to one that it requires itself. */
function runModule(
  run: Run,
  frame: Frame,
  { closure: { func, scope: parent, file }, require }: {
    readonly closure: Closure;
    /** Webpack gives the module first, and what requires others last. */
    readonly require?: Value;
  },
): Value {
  const names = func.params.map(({ target }) => target.k === "name" ? target.name : "");
  const [first, second] = require ? [names[1], names[0]] : names;
  const exports = first || "exports";
  const module = second || "module";
  const known = run.bundled.get(func);
  if (known) return exportsOf(known, { exports, module });
  const scope: Scope = { parent, file, isModule: false, vars: new Map() };
  run.bundled.set(func, scope);
  scope.vars.set(exports, { taints: [] });
  scope.vars.set(module, { taints: [], fields: new Map([["exports", { taints: [] }]]) });
  if (require && names[2]) scope.vars.set(names[2], require);
  const inner = new Frame(scope);
  run.counted(() => {
    runBody(run, inner, func.body);
    finishClosures(run, inner);
  });
  for (const reach of inner.summary().reaches) frame.reach(reach);
  return exportsOf(scope, { exports, module });
}

/** What is written to either. */
function exportsOf(
  { vars }: Scope,
  { exports, module }: { readonly exports: string; readonly module: string },
): Value {
  const given: Value = { taints: [], fields: new Map() };
  const whole = vars.get(module)?.fields?.get("exports");
  const value = whole ? join(given, whole) : given;
  const own = vars.get(exports);
  return own?.fields || own?.instance ? join(value, own) : value;
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
  frame.changed.add(key.name);
  setIn(frame, { ...key, change: (held) => ({ ...held, instance: info }) });
  return NOTHING;
}
