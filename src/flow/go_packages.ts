// A package of Go: the files of one folder that bear one name. Types and functions of all are known
// before any variable is given a value; what a file imports, it alone can name.

import { linkBases } from "./definitions.ts";
import { Frame } from "./frame.ts";
import type { Stmt } from "./ir.ts";
import { folderOf } from "./paths.ts";
import type { Scope } from "./program.ts";
import type { Run } from "./run.ts";
import { runBody } from "./statements.ts";

/** What the package of `file` declares; where it is running already, what it has so far. */
export function goPackage(run: Run, file: string): Scope {
  const folder = folderOf(file);
  const name = run.files.get(file)!.module.package ?? "";
  const key = `${folder} ${name}`;
  const known = run.packages.get(key);
  if (known) return known;
  const files = run.goFiles(folder).filter((each) =>
    run.files.get(each)!.module.package === run.files.get(file)!.module.package
  );
  const scope: Scope = { parent: undefined, file: files[0]!, isModule: true, vars: new Map() };
  run.packages.set(key, scope);
  const parts = files.map((each) => newPart(run, { file: each, scope }));
  for (const part of parts) runPart(run, part, IMPORTS);
  for (const part of parts) part.imported = new Set(part.frame.scope.vars.keys());
  for (const part of parts) runPart(run, part, DECLARATIONS);
  // A type may embed one that is declared behind it.
  for (const { frame, body } of parts) {
    for (const each of body) if (each.s === "class") linkBases(run, frame, each.def);
  }
  for (const part of parts) runPart(run, part, undefined);
  for (const { frame } of parts) run.topLevel.set(frame.file, frame.summary());
  return scope;
}

/** One file of a package. */
interface Part {
  readonly frame: Frame;
  readonly body: readonly Stmt[];
  imported: ReadonlySet<string>;
}

const IMPORTS: ReadonlySet<Stmt["s"]> = new Set(["import"]);
const DECLARATIONS: ReadonlySet<Stmt["s"]> = new Set(["func", "class"]);

function newPart(run: Run, { file, scope }: { file: string; scope: Scope }): Part {
  const own: Scope = { parent: scope, file, isModule: true, vars: new Map() };
  run.modules.set(file, own);
  run.exports.set(file, new Map());
  const { body } = run.files.get(file)!.module;
  return { frame: new Frame(own), body, imported: new Set() };
}

/** Runs the statements of these kinds, or those of neither; what they declare is the package's. */
function runPart(
  run: Run,
  { frame, body, imported }: Part,
  kinds: ReadonlySet<Stmt["s"]> | undefined,
): void {
  const chosen = body.filter(({ s }) =>
    kinds ? kinds.has(s) : !IMPORTS.has(s) && !DECLARATIONS.has(s)
  );
  run.counted(() => runBody(run, frame, chosen));
  frame.dead = false;
  if (kinds === IMPORTS) return;
  const { vars, parent } = frame.scope;
  for (const [name, value] of [...vars]) {
    if (imported.has(name)) continue;
    parent!.vars.set(name, value);
    vars.delete(name);
  }
}
