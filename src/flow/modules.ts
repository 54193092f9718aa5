// Files that import one another. A module runs once, when it is first asked for; what it exports is
// a record of values. Its functions are looked at when all modules have run, as files may import one
// another in circles.

import { finishClosures } from "./definitions.ts";
import { Frame } from "./frame.ts";
import { goPackage } from "./go_packages.ts";
import { noteExports } from "./imports.ts";
import type { Scope } from "./program.ts";
import type { Run } from "./run.ts";
import { runBody } from "./statements.ts";
import { join, NOTHING, type Value } from "./values.ts";

/** Runs all modules, then what their functions do. */
export function runModules(run: Run): void {
  for (const path of [...run.files.keys()].sort()) moduleScope(run, path);
  closeCircles(run);
  for (const [file, frame] of run.loaded) {
    run.counted(() => finishClosures(run, frame));
    run.topLevel.set(file, frame.summary());
  }
}

/** Rounds in which names come through files that import one another. */
const MAX_ROUNDS = 3;

/** Gives what was imported from modules that had not run to their end. */
function closeCircles(run: Run): void {
  if (run.late.length === 0) return;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    for (const again of run.late) again();
    for (const [file, frame] of run.loaded) {
      for (const statement of run.files.get(file)!.module.body) {
        if (statement.s !== "export") continue;
        noteExports(run, frame, statement.exports.filter(({ value }) => value === undefined));
      }
    }
  }
}

/** The file's scope; running already, it has what it has so far. */
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
  run.loading.add(file);
  run.counted(() => runBody(run, frame, source.module.body));
  frame.dead = false;
  run.loading.delete(file);
  run.loaded.set(file, frame);
  return scope;
}

/** All of another library's members, among the exports of a module. */
export const ALL_MEMBERS = "*";

/** What `import x from`, `require` and `from m import x` give. */
export function moduleValue(run: Run, file: string): Value {
  const scope = moduleScope(run, file);
  if (!scope) return NOTHING;
  const { language } = run.files.get(file)!.module;
  if (language === "go") return { taints: [], fields: goPackage(run, file).vars };
  if (language !== "script") return { taints: [], fields: scope.vars };
  const exports = new Map(run.exports.get(file));
  const refs = exports.get(ALL_MEMBERS)?.refs;
  exports.delete(ALL_MEMBERS);
  const common = [scope.vars.get("module")?.fields?.get("exports"), scope.vars.get("exports")];
  let value: Value = { taints: [], fields: exports, ...(refs && { refs }) };
  for (const each of common) {
    if (each && (each.fields || each.closures || each.instance || each.refs)) {
      value = join(value, each);
    }
  }
  return value;
}
