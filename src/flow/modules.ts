// Files that import one another. A module runs once, when it is first asked for; what it exports is
// a record of values. What no file of the target is, is a library, known by its name.

import type { Call } from "./calls.ts";
import { finishClosures } from "./definitions.ts";
import { evaluate } from "./expressions.ts";
import { Frame } from "./frame.ts";
import type { Export, Import } from "./ir.ts";
import type { Scope } from "./program.ts";
import type { Run } from "./run.ts";
import { folderOf } from "./paths.ts";
import { runBody } from "./statements.ts";
import { join, NOTHING, reference, textOf, type Value } from "./values.ts";

/** The file's scope; running already, or not of the target, it has what it has so far. */
export function moduleScope(run: Run, file: string): Scope | undefined {
  const known = run.modules.get(file);
  if (known) return known;
  const source = run.files.get(file);
  if (!source) return undefined;
  const isGo = source.module.language === "go";
  const parent = isGo ? packageScope(run, file) : undefined;
  const scope: Scope = { parent, file, isModule: true, vars: new Map() };
  run.modules.set(file, scope);
  run.exports.set(file, new Map());
  const frame = new Frame(scope);
  if (source.module.language === "script") {
    frame.set("module", { taints: [], fields: new Map([["exports", { taints: [] }]]) });
    frame.set("exports", { taints: [] });
  }
  run.counted(() => {
    runBody(run, frame, source.module.body);
    frame.dead = false;
    if (parent) shareNames(scope, parent);
    else finishClosures(run, frame);
  });
  run.topLevel.set(file, frame.summary());
  return scope;
}

/** Files of one folder share their names, but not what they import. */
function packageScope(run: Run, file: string): Scope {
  const folder = folderOf(file);
  let scope = run.packages.get(folder);
  if (!scope) {
    scope = { parent: undefined, file, isModule: true, vars: new Map() };
    run.packages.set(folder, scope);
  }
  return scope;
}

function shareNames(scope: Scope, parent: Scope): void {
  for (const [name, value] of scope.vars) {
    if (value.closures || value.instance || !value.refs) parent.vars.set(name, value);
  }
}

/** What `import x from`, `require` and `from m import x` give. */
export function moduleValue(run: Run, file: string): Value {
  const scope = moduleScope(run, file);
  if (!scope) return NOTHING;
  const language = run.files.get(file)!.module.language;
  if (language === "go") {
    const folder = folderOf(file);
    for (const path of run.files.keys()) if (folderOf(path) === folder) moduleScope(run, path);
    return { taints: [], fields: run.packages.get(folder)!.vars };
  }
  if (language !== "script") return { taints: [], fields: scope.vars };
  const exports = new Map(run.exports.get(file));
  const common = [scope.vars.get("module")?.fields?.get("exports"), scope.vars.get("exports")];
  let value: Value = { taints: [], fields: exports };
  for (const each of common) {
    if (each && (each.fields || each.closures || each.instance || each.refs)) {
      value = join(value, each);
    }
  }
  return value;
}

export function importNames(run: Run, frame: Frame, { module, member, local }: Import): void {
  const file = run.resolve(frame.file, module);
  if (local === undefined && member !== "*") {
    if (file !== undefined) moduleScope(run, file);
    return;
  }
  if (file === undefined) {
    if (local === undefined) return;
    frame.set(local, libraryMember({ module, member }));
    return;
  }
  const value = moduleValue(run, file);
  if (member === "*") {
    for (const [name, field] of value.fields ?? []) frame.set(name, field);
    return;
  }
  frame.set(local!, member === undefined ? value : memberOfModule(run, { file, value, member }));
}

function memberOfModule(
  run: Run,
  { file, value, member }: { file: string; value: Value; member: string },
): Value {
  const known = value.fields?.get(member);
  if (known) return known;
  // `from pkg import module`
  const submodule = run.resolve(file, `./${member}`);
  if (submodule !== undefined && submodule !== file) return moduleValue(run, submodule);
  return member === "default" ? value : NOTHING;
}

/** The default of a library is the library, as most are CommonJS. */
function libraryMember({ module, member }: { module: string; member: string | undefined }): Value {
  const name = module.replace(/^node:/, "");
  return reference(member === undefined || member === "default" ? name : `${name}.${member}`);
}

/** `require("m")`, `import("m")`, `importlib.import_module("m")` with a constant. */
export function importedModule(run: Run, frame: Frame, call: Call): Value | undefined {
  const ref = call.callee.refs?.[0];
  if (ref !== "require" && ref !== "import" && ref !== "importlib.import_module") return undefined;
  const name = call.args[0] && textOf(call.args[0]);
  if (name === undefined) return undefined;
  const file = run.resolve(frame.file, name);
  return file === undefined ? reference(name.replace(/^node:/, "")) : moduleValue(run, file);
}

export function noteExports(run: Run, frame: Frame, exports: readonly Export[]): void {
  const known = run.exports.get(frame.file);
  if (!known) return;
  for (const { name, local, value, from } of exports) {
    if (from !== undefined) {
      const file = run.resolve(frame.file, from);
      const source = file === undefined ? reference(from) : moduleValue(run, file);
      if (name === "*" && local === undefined) {
        for (const [each, field] of source.fields ?? []) {
          if (each !== "default") known.set(each, field);
        }
      } else if (local === undefined || local === "*") known.set(name, source);
      else {known.set(
          name,
          source.fields?.get(local) ?? (source.refs ? reference(`${from}.${local}`) : NOTHING),
        );}
    } else if (value) known.set(name, evaluate(run, frame, value));
    else if (local !== undefined) known.set(name, frame.lookUp(local) ?? NOTHING);
  }
}
