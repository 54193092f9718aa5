// What data flow knows of the sinks of a rule, out of the tables that it works with, so that a
// reader is told no more and no less.

import {
  type FlowFacts,
  type FlowSource,
  type LanguageNames,
  LIKELY_SINKS,
  SECOND_ORDER_SINKS,
} from "../core/mod.ts";
import { hasKind, type SinkKind } from "./kinds.ts";
import { GO_MODELS } from "./models/go.ts";
import type { CallModel, Models } from "./models/model.ts";
import { PYTHON_MODELS } from "./models/python.ts";
import { SCRIPT_MODELS } from "./models/script.ts";

const LANGUAGES: readonly (readonly [name: string, models: Models])[] = [
  ["Python", PYTHON_MODELS],
  ["JavaScript and TypeScript", SCRIPT_MODELS],
  ["Go", GO_MODELS],
];

const SOURCES: Readonly<Record<FlowSource, string>> = {
  tool: "arguments of tools, prompts and resources, in the shapes of the SDKs and frameworks",
  request: "data of HTTP requests to the server's own routes",
  remote: "answers of other servers, and the address that one names for signing in",
  page: "a page whose address the caller chose",
  file: "the content of files",
  environment: "what is typed in",
  secret: "variables of the environment that hold a secret, by their names",
  parameter: "parameters of functions that nothing in the target calls (likely, not proven)",
};
const USUAL: readonly FlowSource[] = ["tool", "request"];
const EVERYWHERE = [
  "equality with, or membership in, what the server itself lists; a switch over constants",
  "an early return or throw, also in a function of the target that refuses what it is given",
  "an anchored regular expression that lets only harmless characters through",
  "types and schemas that are enforced: numbers, booleans, enums, patterns (Zod, Pydantic, Go)",
];
const GUARDS: Readonly<Partial<Record<SinkKind, readonly string[]>>> = {
  path: [
    "the path resolved first, then held to a folder: a prefix that ends with a separator, " +
    "`is_relative_to`, `parents`, `commonpath`, `path.relative`, `filepath.Rel`, `filepath.IsLocal`",
    "no `..` in it (and, where the base is not simply joined, no absolute path), before it is " +
    "joined behind a folder of the server's own",
  ],
  archive: ["the entry's path resolved, then held to the folder"],
  url: [
    "the parsed URL's host compared with hosts of the server's own; a fixed host in front of it",
  ],
  redirect: ["the parsed URL's host compared; a path that begins with a single slash"],
  open: ["the parsed URL's scheme or host compared"],
  argument: ["`--` before it, a fixed text before it in the same word, a refused leading dash"],
  sql: ["values as parameters of the statement; doubled quotes between quotes"],
  program: ["authentication on the route (middleware, decorators, dependencies)"],
  result: ["marks around it that say it is untrusted"],
  property: ["`__proto__`, `constructor` and `prototype` refused"],
};

/** Of the sinks of a rule; `sources` where the rule asks for some. */
export function flowFacts(
  kinds: readonly SinkKind[],
  sources: readonly FlowSource[] | undefined,
): FlowFacts {
  const from = new Set<FlowSource>(sources ?? USUAL);
  if (!sources) {
    if (kinds.some((kind) => SECOND_ORDER_SINKS.has(kind))) {
      from.add("remote").add("page").add("file");
    }
    if (kinds.some((kind) => LIKELY_SINKS.has(kind))) from.add("parameter");
  }
  return {
    sources: [...from].map((source) => SOURCES[source]),
    sinks: named(({ sinks }) => sinks?.some(({ kind }) => kinds.includes(kind)) ?? false),
    sanitisers: named((model) => isSanitiser(model, kinds)),
    guards: [...kinds.flatMap((kind) => GUARDS[kind] ?? []), ...EVERYWHERE],
  };
}

function isSanitiser(
  { sanitises = 0, marks = 0, sinks }: CallModel,
  kinds: readonly SinkKind[],
): boolean {
  return !sinks && kinds.every((kind) => hasKind(sanitises | marks, kind));
}

/** Names of a language that are shown. */
const SHOWN = 24;

function named(is: (model: CallModel) => boolean): LanguageNames[] {
  return LANGUAGES.flatMap(([language, models]) => {
    const names = namesOf([...models].flatMap(([name, model]) => is(model) ? [name] : []));
    return names.length === 0
      ? []
      : [{ language, names: names.slice(0, SHOWN), more: Math.max(names.length - SHOWN, 0) }];
  });
}

/** The same function of several libraries once, the first of them. */
function namesOf(names: readonly string[]): string[] {
  const shown = new Map<string, string>();
  for (const name of names) {
    const short = name.split(".").at(-1)!;
    if (!shown.has(short)) shown.set(short, name.replace(/^\*\./, "."));
  }
  return [...shown.values()];
}
