// A program's flows: every module and function is run once, then what reaches a sink is traced back
// to where it was sent, through parameters of entries and through cells.

import { addWrapped } from "./wrapped.ts";
import { type Handler, handlersOf } from "./handlers.ts";
import { registering } from "./entries.ts";
import { FLOW_SOURCES, type FlowSource, LIKELY_SINKS, type Span } from "../core/mod.ts";
import { summaryOf, thoroughSummary } from "./definitions.ts";
import { ALL_KINDS, hasKind, type SinkKind } from "./kinds.ts";
import { ASSUMED, CHANGED, NAMED } from "./models/marks.ts";
import type { Models } from "./models/model.ts";
import { runModules } from "./modules.ts";
import type { CellWrite, Closure, Entry, ProgramFile, Reach } from "./program.ts";
import { type Cut, type Resolve, Run } from "./run.ts";
import { safeAt } from "./schemas.ts";
import { concatTrails, type Place, type Step, stepsOf, type Taint } from "./values.ts";

export interface Flow {
  readonly kind: SinkKind;
  /** A model or a client sends it; or a parameter of a function that nothing in the target calls. */
  readonly evidence: "proven" | "likely";
  /** What is called at the sink. */
  readonly callee: string;
  /** Of the sink. */
  readonly place: Place;
  readonly words: string;
  /** From the source to the sink, both included. */
  readonly steps: readonly Step[];
  /** On the way is a call of a library that nothing is known of. */
  readonly assumed: boolean;
  /** On the way something else was made of it: a part, an answer. */
  readonly changed: boolean;
  /** Of a path: its last name is the program's own. */
  readonly named: boolean;
  /** Only who has signed in may send it. */
  readonly guarded: boolean;
  /** Where it comes from: a tool's argument, a request, a remote answer, … */
  readonly source: FlowSource;
}

export interface Analysis {
  readonly flows: readonly Flow[];
  readonly cuts: readonly Cut[];
  /** What a model, or a client, calls. */
  readonly handlers: readonly Handler[];
}

export function analyse(
  files: ReadonlyMap<string, ProgramFile>,
  parts: { readonly models: Models; readonly resolve: Resolve },
): Analysis {
  const run = new Run(files, parts);
  runModules(run);
  // What registers handlers comes first, so that they are known when they are looked at.
  const first = registering([...files.values()].map(({ module }) => module));
  for (let i = 0; i < run.closures.length; i++) {
    if (first.has(run.closures[i]!.func)) summaryOf(run, run.closures[i]!);
  }
  // Entries may be found while others are looked at, and while what no entry calls is.
  let seen = 0;
  const lookAtEntries = (): void => {
    for (; seen < run.entries.length; seen++) {
      const entry = run.entries[seen]!;
      addWrapped(run, entry, thoroughSummary(run, entry.closure));
    }
  };
  lookAtEntries();
  for (let i = 0; i < run.closures.length; i++) {
    summaryOf(run, run.closures[i]!);
    lookAtEntries();
  }
  for (let i = 0; i < run.closures.length; i++) {
    const closure = run.closures[i]!;
    if (isUncalled(run, closure) && mayBeLikely(run, closure)) thoroughSummary(run, closure);
  }
  return { flows: traced(run), cuts: run.cuts, handlers: handlersOf(run) };
}

function traced(run: Run): Flow[] {
  const cells = cellSources(run);
  const found = new Map<string, Flow>();
  const offer = (flow: Flow | undefined): void => {
    if (!flow || !mayLeave(flow)) return;
    const from = OUTWARD.has(flow.kind) ? flow.source : "";
    // Of a page, that it is fetched counts once, in however many places it is given back.
    const { file, at } = flow.source === "page" ? flow.steps[0]! : flow.place;
    const key = `${flow.kind} ${from} ${file}:${at.start}`;
    const known = found.get(key);
    if (!known || isBetter(flow, known)) found.set(key, flow);
  };
  for (const entry of run.entries) {
    if (run.isToldBetter(entry)) continue;
    const summary = run.summaries.get(entry.closure.id);
    for (const reach of summary?.reaches ?? []) offer(fromEntry(entry, reach));
  }
  for (const reach of allReaches(run)) {
    const { origin } = reach;
    if (origin.from === "source") {
      const first: Step = { ...origin.place, words: origin.words };
      offer(flowOf(reach, { first, evidence: "proven", source: origin.kind }));
    }
    if (origin.from === "cell") {
      const taint = cells.get(origin.cell);
      if (taint && !hasKind(taint.taint.safe | reach.safe, reach.kind)) {
        offer(fromCell(taint, reach));
      }
    }
  }
  for (const closure of run.closures) {
    if (!isUncalled(run, closure)) continue;
    for (const reach of run.summaries.get(closure.id)?.reaches ?? []) {
      const { origin } = reach;
      if (origin.from !== "parameter" || origin.function !== closure.id || origin.index < 0) {
        continue;
      }
      const first: Step = {
        file: closure.file,
        at: closure.func.nameAt,
        words: `a parameter of "${closure.func.name}"`,
      };
      offer(flowOf(reach, { first, evidence: "likely", source: "parameter" }));
    }
  }
  return [...found.values()].filter((flow) => isChosen(flow, found)).sort(byPlace);
}

/** Of a file's own, and called by nobody in the target. */
function isUncalled(run: Run, { func, scope, owner }: Closure): boolean {
  if (run.called.has(func) || run.entryOf(func)) return false;
  return func.name !== "" && (scope.isModule || owner !== undefined);
}

/** A parameter of it reaches a sink at which that is worth a word. */
function mayBeLikely(run: Run, { id }: Closure): boolean {
  return run.summaries.get(id)?.reaches.some(({ kind, origin }) =>
    LIKELY_SINKS.has(kind) && origin.from === "parameter" && origin.function === id
  ) === true;
}

/** A page is a stranger's where somebody chooses its address: where that is a flow of its own. */
function isChosen({ kind, source, steps }: Flow, found: ReadonlyMap<string, Flow>): boolean {
  if (kind !== "result" || source !== "page") return true;
  const [{ file, at }] = steps as [Step, ...Step[]];
  return found.get(`url  ${file}:${at.start}`)?.evidence === "proven";
}

/** Kinds at which it is the source that tells what is wrong. */
const OUTWARD = new Set<SinkKind>(["result", "log", "outgoing"]);

/** A log tells secrets alone; a result, those and what strangers say. */
function mayLeave({ kind, source, changed, assumed }: Flow): boolean {
  if (source === "secret" && (changed || assumed)) return false;
  if (kind === "outgoing") return source === "secret";
  return kind !== "result" || source === "secret" || source === "page";
}

const RANK = { proven: 0, likely: 1 };

function isBetter(a: Flow, b: Flow): boolean {
  return RANK[a.evidence] - RANK[b.evidence] < 0 ||
    (a.evidence === b.evidence &&
      (Number(a.guarded) - Number(b.guarded) || Number(a.named) - Number(b.named) ||
          FLOW_SOURCES.indexOf(a.source) - FLOW_SOURCES.indexOf(b.source) ||
          a.steps.length - b.steps.length) <
        0);
}

function byPlace(a: Flow, b: Flow): number {
  if (a.place.file !== b.place.file) return a.place.file < b.place.file ? -1 : 1;
  return a.place.at.start - b.place.at.start || (a.kind < b.kind ? -1 : 1);
}

function fromEntry(entry: Entry, reach: Reach): Flow | undefined {
  const { origin } = reach;
  if (origin.from !== "parameter" || origin.function !== entry.closure.id) return undefined;
  const sent = entry.sent.find(({ index }) => index === origin.index);
  if (!sent || (sent.schema && hasKind(safeAt(sent.schema, origin.path), reach.kind))) {
    return undefined;
  }
  const first: Step = {
    file: entry.closure.file,
    at: placeOf(entry, origin.index),
    words: sent.words,
  };
  return flowOf(reach, {
    first,
    evidence: "proven",
    source: entry.kind,
    guarded: entry.guarded,
  });
}

function placeOf(entry: Entry, index: number): Span {
  return entry.closure.func.params[index]?.target.at ?? entry.at;
}

function* allReaches(run: Run): Generator<Reach> {
  for (const summary of run.summaries.values()) yield* summary.reaches;
  for (const summary of run.topLevel.values()) yield* summary.reaches;
}

function flowOf(
  reach: Reach,
  { first, evidence, source, guarded = false }: {
    first: Step;
    evidence: Flow["evidence"];
    source: Flow["source"];
    guarded?: boolean;
  },
): Flow {
  const last: Step = { ...reach.place, words: `reaches ${reach.words}` };
  return {
    kind: reach.kind,
    evidence,
    callee: reach.callee,
    place: reach.place,
    words: reach.words,
    assumed: (reach.safe & ASSUMED) !== 0,
    changed: (reach.safe & CHANGED) !== 0,
    named: reach.kind === "path" && (reach.safe & NAMED) !== 0,
    steps: [first, ...stepsOf(reach.trail), last],
    source,
    guarded,
  };
}

interface CellSource {
  readonly taint: Taint;
  readonly first: Step;
  readonly source: Flow["source"];
}

/** Rounds of cells that are written out of cells. */
const MAX_ROUNDS = 4;

/** What entries write into cells, straight or through other cells. */
function cellSources(run: Run): Map<string, CellSource> {
  const found = new Map<string, CellSource>();
  const writes: { write: CellWrite; entry: Entry | undefined }[] = [];
  const entries = new Map(run.entries.map((entry) => [entry.closure.id, entry]));
  for (const [id, summary] of run.summaries) {
    const entry = entries.get(id);
    for (const write of summary.writes) writes.push({ write, entry });
  }
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const before = found.size;
    for (const { write, entry } of writes) {
      if (found.has(write.cell)) continue;
      const { origin } = write.taint;
      if (origin.from === "source") {
        found.set(write.cell, {
          taint: write.taint,
          first: { ...origin.place, words: origin.words },
          source: origin.kind,
        });
      } else if (origin.from === "cell") {
        const known = found.get(origin.cell);
        if (known) {
          found.set(write.cell, {
            ...known,
            taint: { ...known.taint, trail: concatTrails(known.taint.trail, write.taint.trail) },
          });
        }
      } else if (entry && origin.function === entry.closure.id) {
        const sent = entry.sent.find(({ index }) => index === origin.index);
        if (sent && (!sent.schema || safeAt(sent.schema, origin.path) !== ALL_KINDS)) {
          found.set(write.cell, {
            taint: write.taint,
            first: {
              file: entry.closure.file,
              at: placeOf(entry, origin.index),
              words: sent.words,
            },
            source: entry.kind,
          });
        }
      }
    }
    if (found.size === before) break;
  }
  return found;
}

function fromCell({ taint, first, source }: CellSource, reach: Reach): Flow | undefined {
  const trail = concatTrails(taint.trail, reach.trail);
  // A field of one class may be another's of the same name: of a secret that is too little.
  if (source === "secret" && first.file !== reach.place.file) return undefined;
  const safe = reach.safe | taint.safe;
  return flowOf({ ...reach, trail, safe }, { first, evidence: "proven", source });
}
