// Import and export statements, and calls that import. What no file of the target is, is a library,
// known by its name.

import type { Call } from "./calls.ts";
import { evaluate } from "./expressions.ts";
import type { Frame } from "./frame.ts";
import type { Export, Import } from "./ir.ts";
import { ALL_MEMBERS, moduleScope, moduleValue } from "./modules.ts";
import { submodule } from "./resolve.ts";
import type { Run } from "./run.ts";
import { memberOf, NOTHING, reference, textOf, type Value } from "./values.ts";

export function importNames(run: Run, frame: Frame, written: Import): void {
  const { file, wanted } = found(run, frame, written);
  const { module, local, member } = wanted;
  if (file === undefined) {
    if (local !== undefined) importLibrary(frame, { module, member, local });
    return;
  }
  if (member === "*") return importAll(run, frame, file);
  if (local === undefined) return importForEffect(run, frame, { module, file });
  const isLate = run.loading.has(file);
  let value = imported(run, { file, wanted });
  frame.set(local, value);
  const own = run.files.get(file)!.module.package;
  // Files of Go say the package's name, whatever its folder is called.
  if (own !== undefined && !frame.scope.vars.has(own)) frame.set(own, value);
  if (!isLate) return;
  const { scope } = frame;
  run.late.push(() => {
    if (scope.vars.get(local) !== value) return;
    value = imported(run, { file, wanted });
    scope.vars.set(local, value);
  });
}

interface Found {
  readonly file: string;
  readonly wanted: Import;
}

function found(
  run: Run,
  frame: Frame,
  wanted: Import,
): Omit<Found, "file"> & { readonly file: string | undefined } {
  const { module, member, local, at } = wanted;
  const file = run.resolve(frame.file, module);
  const isPython = run.languageOf(frame.file) === "python";
  if (file !== undefined || !isPython || local === undefined || member === undefined) {
    return { file, wanted };
  }
  // A folder of modules need not be a module itself.
  const inside = run.resolve(frame.file, submodule(module, member));
  return inside === undefined ? { file, wanted } : { file: inside, wanted: { module, local, at } };
}

function imported(run: Run, { file, wanted: { member } }: Found): Value {
  const value = moduleValue(run, file);
  return member === undefined ? value : memberOfModule(run, { file, value, member });
}

function memberOfModule(
  run: Run,
  { file, value, member }: { file: string; value: Value; member: string },
): Value {
  const known = value.fields?.get(member);
  if (known) return known;
  if (run.files.get(file)?.module.language === "python") {
    // `from package import module`
    const inside = run.resolve(file, `./${member}`);
    return inside !== undefined && inside !== file ? moduleValue(run, inside) : NOTHING;
  }
  if (member === "default") return value;
  return value.refs ? memberOf(value, member) : NOTHING;
}

function importAll(run: Run, frame: Frame, file: string): void {
  const give = (isFirst: boolean): void => {
    for (const [name, field] of moduleValue(run, file).fields ?? []) {
      if (isFirst || !frame.scope.vars.has(name)) frame.set(name, field);
    }
  };
  const isLate = run.loading.has(file);
  give(true);
  if (isLate) run.late.push(() => give(false));
}

/** `import "m"`; Python's `import a.b`, which also makes `b` a member of `a`. */
function importForEffect(
  run: Run,
  frame: Frame,
  { module, file }: { module: string; file: string },
): void {
  moduleScope(run, file);
  if (run.files.get(file)!.module.language !== "python") return;
  const [root = "", ...path] = module.split(".");
  const known = frame.lookUp(root) ?? NOTHING;
  frame.set(root, withModule(known, path, moduleValue(run, file)));
}

function withModule(held: Value, [name, ...rest]: readonly string[], module: Value): Value {
  if (name === undefined) {
    return { ...module, fields: new Map([...held.fields ?? [], ...module.fields ?? []]) };
  }
  const known = held.fields?.get(name);
  // What the package has under the name itself stays.
  if (known?.closures || known?.instance) return held;
  const fields = new Map(held.fields).set(name, withModule(known ?? NOTHING, rest, module));
  return { ...held, fields };
}

/** The default of a library is the library, as most are CommonJS. */
function importLibrary(
  frame: Frame,
  { module, member, local }: { module: string; member: string | undefined; local: string },
): void {
  const name = module.replace(/^node:/, "");
  const isWhole = member === undefined || member === "default";
  const known = isWhole ? frame.scope.vars.get(local) : undefined;
  // `import a.b` and `import a.c` of a folder without a file of its own.
  if (known?.fields && known.refs?.includes(name)) return;
  frame.set(local, reference(isWhole ? name : `${name}.${member}`));
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
  for (const each of exports) {
    const { name, local, value, from } = each;
    if (from !== undefined) noteGivenOn(run, frame, { each, from, known });
    else if (value) known.set(name, evaluate(run, frame, value));
    else if (local !== undefined) known.set(name, frame.lookUp(local) ?? NOTHING);
  }
}

/** `export … from "m"`. */
function noteGivenOn(
  run: Run,
  frame: Frame,
  { each: { name, local }, from, known }: {
    readonly each: Export;
    readonly from: string;
    readonly known: Map<string, Value>;
  },
): void {
  const file = run.resolve(frame.file, from);
  // Asked for once more when all have run.
  if (file !== undefined && run.loading.has(file)) run.late.push(() => {});
  const source = file === undefined
    ? reference(from.replace(/^node:/, ""))
    : moduleValue(run, file);
  if (name !== "*" || local !== undefined) {
    const isWhole = local === undefined || local === "*";
    known.set(
      name,
      isWhole
        ? source
        : file === undefined
        ? memberOf(source, local)
        : memberOfModule(run, { file, value: source, member: local }),
    );
    return;
  }
  for (const [member, field] of source.fields ?? []) {
    if (member !== "default") known.set(member, field);
  }
  if (source.refs) {
    const refs = [...known.get(ALL_MEMBERS)?.refs ?? [], ...source.refs];
    known.set(ALL_MEMBERS, { taints: [], refs: [...new Set(refs)].slice(0, MAX_LIBRARIES) });
  }
}

/** Libraries that a module gives on as a whole. */
const MAX_LIBRARIES = 4;
