// The tools of each server of a group of files beside what their handlers do, and what the rules over
// servers say of them.

import type {
  Context,
  Diagnostic,
  ServedSurface,
  ServedTool,
  ServerSurface,
  SurfacePlace,
  ToolDef,
  ToolUse,
} from "../core/mod.ts";
import type { Handler } from "../flow/mod.ts";
import { type FileSurface, serverSurface } from "../mcp/mod.ts";
import type { RuleMatch } from "./matching.ts";
import type { RuleSet } from "./rule_set.ts";

/** Matches of one rule over a server; beyond it a reader learns nothing new. */
const MAX_MATCHES = 200;

export interface ServedMatches {
  /** By file. */
  readonly matches: ReadonlyMap<string, readonly RuleMatch[]>;
  readonly diagnostics: readonly Diagnostic[];
}

export interface ServedFile {
  readonly path: string;
  readonly context: Context;
  readonly surface: FileSurface;
}

/** Matches of the rules over servers; one that throws costs a diagnostic. */
export function matchServed(
  files: readonly ServedFile[],
  { rules, handlers }: { readonly rules: RuleSet; readonly handlers: readonly Handler[] },
): ServedMatches {
  const matches = new Map<string, RuleMatch[]>();
  const diagnostics: Diagnostic[] = [];
  // Tests and examples make many servers, which no user is shown.
  const own = files.filter(({ context }) => context === "product");
  const surface = serverSurface(own.map(({ path, surface }) => ({ path, ...surface })));
  for (const served of servedSurfaces(surface, handlers)) {
    for (const { rule, matcher } of rules.server) {
      try {
        for (const { file, ...match } of matcher.where(served).slice(0, MAX_MATCHES)) {
          const { id: ruleId, title, severity, confidence } = rule;
          const full = { severity, confidence, ...match, ruleId, title };
          const known = matches.get(file);
          if (known) known.push(full);
          else matches.set(file, [full]);
        }
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        const message = `Rule "${rule.id}" failed: ${reason}`;
        diagnostics.push({ kind: "rule-failed", file: served.tools[0]!.tool.place.file, message });
      }
    }
  }
  return { matches, diagnostics };
}

/** By the server that each tool is of: one in its own file, else the only one, else the nearest. */
export function servedSurfaces(
  { servers, tools }: ServerSurface,
  handlers: readonly Handler[],
): ServedSurface[] {
  const byServer = new Map<string, ServedTool[]>();
  const homes = [...new Set(servers.map(({ place }) => place.file))];
  const usesOf = usesByTool(handlers);
  for (const tool of tools) {
    const home = homeOf(tool.place.file, homes);
    const uses = usesOf(tool);
    const served = { tool, ...(uses && { uses }) };
    const known = byServer.get(home);
    if (known) known.push(served);
    else byServer.set(home, [served]);
  }
  // Names that nothing declares: whose they would be is only told where there is one server.
  const asked = byServer.size === 1 && !tools.some(({ name }) => name === "dynamic")
    ? undeclared(tools, handlers)
    : [];
  return [...byServer.values()].map((own) => ({ tools: own, undeclared: asked }));
}

/** Tools of the same comparison that have to be declared for the rest of it to be tools. */
const MIN_DECLARED = 2;

/** Names beside those of declared tools, in a handler that tells tools apart by name. */
function undeclared(
  tools: readonly ToolDef[],
  handlers: readonly Handler[],
): ServedSurface["undeclared"] {
  const declared = new Set(tools.flatMap(({ name }) => nameIn(name) ?? []));
  return handlers.flatMap(({ kind, file, cases }) => {
    if (kind !== "tool") return [];
    const bySubject = Map.groupBy(cases, ([, { subject }]) => subject);
    return [...bySubject].flatMap(([subject, all]) => {
      const known = all.filter(([name]) => declared.has(name)).length;
      if (subject === "" || known < MIN_DECLARED || known * 2 < all.length) return [];
      return all.filter(([name]) => !declared.has(name))
        .map(([name, { at }]) => ({ name, place: { file, span: at } }));
    });
  });
}

function nameIn(name: ToolDef["name"]): string | undefined {
  return name === undefined || name === "dynamic" ? undefined : name.text;
}

/** The file of its server; its own where that is not told. */
function homeOf(file: string, homes: readonly string[]): string {
  if (homes.length === 1 || homes.includes(file)) return homes.includes(file) ? file : homes[0]!;
  const lengths = homes.map((home) => sharedFolders(file, home));
  const longest = Math.max(-1, ...lengths);
  const nearest = homes.filter((_, i) => lengths[i] === longest);
  return nearest.length === 1 ? nearest[0]! : file;
}

function sharedFolders(a: string, b: string): number {
  const [left, right] = [a, b].map((path) => path.split("/").slice(0, -1)) as [string[], string[]];
  let shared = 0;
  while (shared < left.length && left[shared] === right[shared]) shared++;
  return shared;
}

/** By the place of the handler, else by the name; of one handler for all tools, the tool's part. */
function usesByTool(
  handlers: readonly Handler[],
): (tool: ToolDef) => readonly ToolUse[] | undefined {
  const own = handlers.filter(({ kind }) => kind === "tool");
  const byName = new Map<string, Handler | undefined>();
  for (const handler of own) {
    // Two of one name: which is the tool's is not told.
    byName.set(handler.name, byName.has(handler.name) ? undefined : handler);
  }
  const shared = own.filter(({ cases }) => cases.size > 0);
  const placed = byPlace(own);
  return ({ name, handler }) => {
    const at = handler && placed(handler);
    const called = nameIn(name);
    const found = at ?? (called === undefined ? undefined : byName.get(called));
    if (found) return found.uses.map(toolUse);
    const parts = called === undefined ? [] : shared.slice(0, MAX_SHARED).flatMap(({ cases }) => {
      const part = cases.get(called);
      return part ? [part.uses] : [];
    });
    return parts.length === 1 ? parts[0]!.map(toolUse) : undefined;
  };
}

/** Handlers of many tools that are asked for one. */
const MAX_SHARED = 50;

/** The handler that begins nearest before a place, or in it. */
function byPlace(handlers: readonly Handler[]): (place: SurfacePlace) => Handler | undefined {
  const files = Map.groupBy(handlers, ({ file }) => file);
  for (const own of files.values()) own.sort((a, b) => a.span.start - b.span.start);
  return (place) => {
    const own = files.get(place.file) ?? [];
    let [low, high] = [0, own.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (own[middle]!.span.start < place.span.start) low = middle + 1;
      else high = middle;
    }
    return [own[low], own[low - 1]].find((each) => each && isAt(each, place));
  };
}

function isAt({ span }: Handler, { span: place }: SurfacePlace): boolean {
  return span.start <= place.start && place.end <= span.end ||
    place.start <= span.start && span.end <= place.end;
}

function toolUse(
  { capability, callee, place: { file, at } }: Handler["uses"][number],
): ToolUse {
  return { capability, callee, place: { file, span: at } };
}
