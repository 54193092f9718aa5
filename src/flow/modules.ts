// Files that import one another. A module runs once, when it is first asked for; what it exports is
// a record of values. What no file of the target is, is a library, known by its name.

import type { Call } from "./calls.ts";
import { finishClosures } from "./definitions.ts";
import { evaluate } from "./expressions.ts";
import { Frame } from "./frame.ts";
import type { Export, Import } from "./ir.ts";
import type { Scope } from "./program.ts";
import type { Run } from "./run.ts";
import { goPackage } from "./go_packages.ts";
import { submodule } from "./resolve.ts";
import { runBody } from "./statements.ts";
import { join, NOTHING, reference, textOf, type Value } from "./values.ts";

/** The file's scope; running already, or not of the target, it has what it has so far. */
export function moduleScope(run: Run, file: string): Scope | undefined {
  const known = run.modules.get(file);
  if (known) return known;
  const source = run.files.get(file);
  if (!source) return undefined;
  if (source.module.language === "go") {
    goPackage(run, file);
    return run.modules.get(file);
  }
  const scope: Scope = { parent: undefined, file, isModule: true, vars: new Map() };
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
    finishClosures(run, frame);
  });
  run.topLevel.set(file, frame.summary());
  return scope;
}

/** What `import x from`, `require` and `from m import x` give. */
export function moduleValue(run: Run, file: string): Value {
  const scope = moduleScope(run, file);
  if (!scope) return NOTHING;
  const language = run.files.get(file)!.module.language;
  if (language === "go") return { taints: [], fields: goPackage(run, file).vars };
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
  const isPython = run.files.get(frame.file)?.module.language === "python";
  if (local === undefined && member !== "*") {
    if (file !== undefined) moduleScope(run, file);
    if (file !== undefined && isPython) bindSubmodule(run, frame, { module, file });
    return;
  }
  if (file === undefined) {
    if (local === undefined) return;
    // A folder of modules need not be a module itself.
    const inFolder = isPython && member !== undefined
      ? run.resolve(frame.file, submodule(module, member))
      : undefined;
    const value = inFolder === undefined
      ? libraryMember({ module, member })
      : moduleValue(run, inFolder);
    frame.set(local, value);
    return;
  }
  const value = moduleValue(run, file);
  if (member === "*") {
    for (const [name, field] of value.fields ?? []) frame.set(name, field);
    return;
  }
  frame.set(local!, member === undefined ? value : memberOfModule(run, { file, value, member }));
}

/** `import a.b.c`: `b` is a member of `a`, and `c` of `b`. */
function bindSubmodule(
  run: Run,
  frame: Frame,
  { module, file }: { module: string; file: string },
): void {
  const [root = "", ...names] = module.split(".");
  if (names.length === 0) return;
  const value = moduleValue(run, file);
  frame.set(root, withSubmodule(frame.lookUp(root) ?? NOTHING, { names, value }));
}

function withSubmodule(
  held: Value,
  { names: [name, ...names], value }: { names: readonly string[]; value: Value },
): Value {
  if (name === undefined) return value;
  const fields = new Map(held.fields);
  const known = fields.get(name);
  // What the package has under the name itself stays.
  if (known?.closures || known?.instance) return held;
  fields.set(name, withSubmodule(known ?? NOTHING, { names, value }));
  return { ...held, fields };
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
