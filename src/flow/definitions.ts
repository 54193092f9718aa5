// Functions and classes as values: what they are called with is found out where they are called, or
// at the end for those that nobody calls.

import { assignPattern } from "./assign.ts";
import { noteDecorators } from "./decorators.ts";
import { noteToolClass } from "./entries.ts";
import { evaluate } from "./expressions.ts";
import { Frame } from "./frame.ts";
import type { ClassDef, Func, Param, TypeRef } from "./ir.ts";
import { checkedName, paramChecks } from "./safe_places.ts";
import type { ClassInfo, Closure, Scope, Summary } from "./program.ts";
import { NO_SUMMARY } from "./program.ts";
import type { Run } from "./run.ts";
import { runBody } from "./statements.ts";
import { constrain } from "./schemas.ts";
import { schemaOfParam } from "./typed_values.ts";
import { NOTHING, type Value } from "./values.ts";

export function functionValue(run: Run, frame: Frame, func: Func): Value {
  const closure = run.newClosure({ func, scope: frame.scope, file: frame.file });
  frame.made.push(closure);
  return { taints: [], closures: [closure] };
}

export function defineFunction(run: Run, frame: Frame, func: Func): void {
  const value = functionValue(run, frame, func);
  if (func.name !== "") frame.set(func.name, value);
}

/** Decorators are asked where the function stands, behind what they are imported or made by. */
export function decorate(run: Run, frame: Frame, func: Func): void {
  if (func.decorators.length === 0) return;
  // A name may be given to another function below.
  const closure = frame.made.findLast((made) => made.func === func);
  if (closure) noteDecorators(run, frame, { closure, decorators: func.decorators });
}

export function defineClass(run: Run, frame: Frame, def: ClassDef): Value {
  const known = run.classes.get(def) ?? goClass(run, frame, def);
  const info = known ?? newClass(run, frame, def);
  return { taints: [], instance: info, refs: [] };
}

/** Go's methods stand anywhere in the package: all are of the one class. */
function goClass(run: Run, frame: Frame, def: ClassDef): ClassInfo | undefined {
  if (run.languageOf(frame.file) !== "go") return undefined;
  const known = frame.lookUp(def.name)?.instance ??
    frame.scope.parent?.vars.get(def.name)?.instance;
  if (!known || known.name !== def.name) return undefined;
  const { bases, fields, methods } = known.def;
  known.def = {
    ...known.def,
    bases: [...bases, ...def.bases],
    fields: [...fields, ...def.fields],
    methods: [...methods, ...def.methods],
  };
  run.classes.set(def, known);
  addMethods(run, frame, { info: known, def });
  return known;
}

/** Methods that a class has of those it extends. */
const MAX_INHERITED = 500;

/** Embedded types that the package declares behind this one, or elsewhere. */
export function linkBases(run: Run, frame: Frame, def: ClassDef): void {
  const info = run.classes.get(def);
  if (!info || def.bases.length === 0) return;
  info.bases = def.bases.map((base) => evaluate(run, frame, base));
  for (const { instance } of info.bases) {
    for (const [name, method] of instance?.methods ?? []) {
      if (!info.methods.has(name)) info.methods.set(name, method);
    }
  }
}

/** The class of a name such as `Type` or `package.Type`. */
export function classNamed(scope: Scope, type: string): ClassInfo | undefined {
  const [name = "", member] = type.split(".");
  for (let at: Scope | undefined = scope; at; at = at.parent) {
    const held = at.vars.get(name);
    if (held) return (member === undefined ? held : held.fields?.get(member))?.instance;
  }
  return undefined;
}

/** TypeScript: a class that a file imports for its type alone, where its own file has run. */
export function importedType(run: Run, file: string, type: string): ClassInfo | undefined {
  const [name = "", inner] = type.split(".");
  const written = run.files.get(file)?.module.types?.find(({ local }) => local === name);
  const from = written && run.resolve(file, written.module);
  if (from === undefined || !run.loaded.has(from)) return undefined;
  const member = written!.member ?? inner;
  return member === undefined ? undefined : run.exports.get(from)?.get(member)?.instance;
}

function newClass(run: Run, frame: Frame, def: ClassDef): ClassInfo {
  const methods = new Map<string, Closure>();
  const bases = def.bases.map((base) => evaluate(run, frame, base));
  for (const base of bases) {
    for (const [name, method] of base.instance?.methods ?? []) {
      if (methods.size < MAX_INHERITED) methods.set(name, method);
      else run.cut(frame, def.at, "Too many inherited methods");
    }
  }
  const info: ClassInfo = {
    name: def.name,
    def,
    file: frame.file,
    methods,
    statics: new Map(),
    bases,
  };
  run.classes.set(def, info);
  for (const { instance } of bases) {
    if (instance) run.subclasses.set(instance, [...run.subclasses.get(instance) ?? [], info]);
  }
  addMethods(run, frame, { info, def });
  for (const { name, value } of def.fields) {
    if (value) info.statics.set(name, evaluate(run, frame, value));
  }
  noteToolClass(run, info);
  for (const { func } of def.methods) {
    const closure = methods.get(func.name);
    if (closure) noteDecorators(run, frame, { closure, decorators: func.decorators });
  }
  return info;
}

function addMethods(
  run: Run,
  frame: Frame,
  { info, def }: { info: ClassInfo; def: ClassDef },
): void {
  for (const { func, kind } of def.methods) {
    const isConstructor = kind === "constructor" || func.name === "__init__";
    const closure = run.newClosure({
      func,
      scope: frame.scope,
      file: frame.file,
      owner: info,
    });
    // What is read under the name is the getter's.
    if (kind !== "setter") info.methods.set(isConstructor ? "constructor" : func.name, closure);
    frame.made.push(closure);
  }
}

/** What a call of it does, found out once. */
export function summaryOf(run: Run, closure: Closure): Summary | undefined {
  const known = run.summaries.get(closure.id);
  run.circles.meet(closure.id, run.busy);
  if (known) return known;
  if (run.busy.has(closure.id)) return undefined;
  run.busy.add(closure.id);
  const summary = run.counted(() => runFunction(run, closure));
  run.busy.delete(closure.id);
  run.summaries.set(closure.id, summary);
  const again = run.circles.end(closure.id);
  if (!doesMuch(summary)) return summary;
  for (const id of again) run.summaries.delete(id);
  for (const id of again) summaryOf(run, run.closures[id]!);
  return summary;
}

/** More than to give something back. */
function doesMuch({ reaches, calls, writes, outer }: Summary): boolean {
  return reaches.length + calls.length + writes.length + outer.length > 0;
}

/** Again, with a look at each call that asks for one. */
export function thoroughSummary(run: Run, closure: Closure): Summary | undefined {
  const known = summaryOf(run, closure);
  if (!known?.isRough || run.thorough.has(closure.id) || run.busy.has(closure.id)) return known;
  run.thorough.add(closure.id);
  run.summaries.delete(closure.id);
  return summaryOf(run, closure);
}

/** Functions inside one another that are run. */
const MAX_NESTING = 60;

function runFunction(run: Run, closure: Closure): Summary {
  if (run.busy.size > MAX_NESTING) return NO_SUMMARY;
  const { func, scope, file, owner } = closure;
  const frame = new Frame({ parent: scope, file, isModule: false, vars: new Map() }, { closure });
  if (func.self !== undefined && func.self !== "") {
    // A struct's fields are those of what the method is called on; a class's are cells.
    const isGo = run.files.get(file)?.module.language === "go";
    const taints = owner && !isGo ? [] : [parameterTaint(closure.id, -1)];
    frame.set(func.self, { taints, ...(owner && { instance: owner }) });
  }
  func.params.forEach((param, index) => bindParameter(run, frame, { param, index }));
  runBody(run, frame, func.body);
  if (!frame.dead) {
    const checks = paramChecks(frame);
    frame.leave(NOTHING, { checks, falses: checks });
  }
  finishClosures(run, frame);
  if (frame.isFull) run.cut(frame, func.nameAt, "Too much that one function reaches");
  return frame.summary();
}

function parameterTaint(id: number, index: number): Value["taints"][number] {
  return {
    origin: { from: "parameter", function: id, index, path: [] },
    safe: 0,
    trail: undefined,
  };
}

const NUMBER =
  /^(?:u?int(?:8|16|32|64)?|float(?:32|64)?|number|bool|boolean|Decimal|datetime|date|Date|UUID)$/;

function bindParameter(
  run: Run,
  frame: Frame,
  { param, index }: { param: Param; index: number },
): void {
  frame.set(checkedName(index), { taints: [parameterTaint(frame.id, index)] });
  bindArgument(run, frame, { param, value: { taints: [parameterTaint(frame.id, index)] } });
}

/** What a parameter is given, as far as its type lets it through. */
export function bindArgument(
  run: Run,
  frame: Frame,
  { param, value: given }: { param: Param; value: Value },
): void {
  const typed = typedValue(param.type);
  const schema = typed ? undefined : schemaOfParam(run, frame, param);
  const known = param.type && !given.instance && !given.refs && instanceOf(run, frame, param.type);
  const held = known && Object.keys(known).length > 0 ? { ...given, ...known } : given;
  const value = typed ?? (schema ? constrain(held, schema) : held);
  assignPattern(run, frame, { target: param.target, value, declares: true });
}

/** A number or a choice of constants carries nothing. */
function typedValue(type: TypeRef | undefined): Value | undefined {
  if (!type) return undefined;
  if (type.literals && type.literals.length > 0) return { taints: [], constants: type.literals };
  if (NUMBER.test(type.name)) {
    return { taints: [], type: /^bool/.test(type.name) ? "boolean" : "number" };
  }
  return undefined;
}

/** `client: httpx.AsyncClient` is what a call of that gives. */
function libraryClass(frame: Frame, name: string): readonly string[] | undefined {
  const [root, ...path] = name.split(".");
  const refs = frame.lookUp(root!)?.refs;
  if (!refs || !/^[A-Z]/.test(path.at(-1) ?? root!)) return undefined;
  return refs.map((ref) => `${[ref, ...path].join(".")}()`);
}

/** A parameter whose type is a class of the program has that class's methods. */
function instanceOf(run: Run, frame: Frame, type: TypeRef): Pick<Value, "instance" | "refs"> {
  const known = classNamed(frame.scope, type.name) ?? importedType(run, frame.file, type.name);
  if (known) return { instance: known };
  const refs = libraryClass(frame, type.name);
  return refs ? { refs } : {};
}

/** Closures see the last state of the variables around them; what they reach with those is ours. */
export function finishClosures(run: Run, frame: Frame): void {
  for (const closure of frame.made) {
    const summary = summaryOf(run, closure);
    if (!summary) continue;
    for (const reach of summary.reaches) {
      if (reach.kind === "result") continue;
      if (reach.origin.from !== "parameter" || reach.origin.function !== closure.id) {
        frame.reach(reach);
      }
    }
    for (const use of summary.uses) frame.use({ ...use, via: closure.func.at });
    for (const write of summary.writes) {
      if (write.taint.origin.from !== "parameter" || write.taint.origin.function !== closure.id) {
        frame.write(write);
      }
    }
  }
}
