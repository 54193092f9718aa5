// Data flow: what somebody outside sends, followed through functions and files to where it does harm.

import type { Language } from "../core/mod.ts";
import { flowFacts } from "./describe.ts";
import type { SyntaxTree } from "../syntax/mod.ts";
import { analyse, type Analysis, type Flow } from "./analysis.ts";
import type { Handler } from "./handlers.ts";
import { groupsOf, type MentioningFile, mentionsOf } from "./groups.ts";
import type { Module } from "./ir.ts";
import { lowerGo } from "./lower/go.ts";
import { lowerPython } from "./lower/python.ts";
import { lowerScript } from "./lower/script.ts";
import { GO_MODELS } from "./models/go.ts";
import { PYTHON_MODELS } from "./models/python.ts";
import { SCRIPT_MODELS } from "./models/script.ts";
import type { Models } from "./models/model.ts";
import type { ProgramFile } from "./program.ts";
import { projectFacts } from "./project/facts.ts";
import { type ProjectFacts, resolver } from "./resolve.ts";

export { flowFacts, groupsOf, mentionsOf, projectFacts };
export type { Analysis, Flow, Handler, MentioningFile, Module, ProgramFile, ProjectFacts };

const MODELS: Readonly<Record<Module["language"], Models>> = {
  go: GO_MODELS,
  python: PYTHON_MODELS,
  script: SCRIPT_MODELS,
};

/** A tree as data flow works on it. */
export function lower(tree: SyntaxTree): Module {
  switch (tree.language) {
    case "go":
      return lowerGo(tree);
    case "python":
      return lowerPython(tree);
    default:
      return lowerScript(tree);
  }
}

/** What imports of a file mean, for those who follow other things than data through them. */
export function moduleResolver(
  files: readonly { readonly path: string; readonly language: Language }[],
  facts?: ProjectFacts,
): (from: string, module: string) => string | undefined {
  const programs = new Map<Module["language"], Map<string, ProgramFile>>();
  const languages = new Map<string, Module["language"]>();
  for (const { path, language: own } of files) {
    const language = own === "python" || own === "go" ? own : "script";
    languages.set(path, language);
    let program = programs.get(language);
    if (!program) programs.set(language, program = new Map());
    program.set(path, { path, module: { language, body: [], cut: false } });
  }
  const resolvers = new Map(
    [...programs].map(([language, program]) => [language, resolver(program, facts)]),
  );
  return (from, module) => resolvers.get(languages.get(from) ?? "script")?.(from, module);
}

/** The flows of a target: of each language on its own, as they do not call one another. */
export function flowsOf(files: readonly ProgramFile[], facts?: ProjectFacts): Analysis {
  const flows: Flow[] = [];
  const cuts: Analysis["cuts"][number][] = [];
  const handlers: Analysis["handlers"][number][] = [];
  for (const [language, models] of Object.entries(MODELS)) {
    const own = new Map(
      files.filter(({ module }) => module.language === language).map((file) => [file.path, file]),
    );
    if (own.size === 0) continue;
    const found = analyse(own, { models, resolve: resolver(own, facts) });
    flows.push(...found.flows);
    cuts.push(...found.cuts);
    handlers.push(...found.handlers);
  }
  return { flows, cuts, handlers };
}
