// The files of a scan in groups: those that data flow has to see together. Every other file is a
// group of its own, so that memory holds what is in work and no more.

import {
  type Diagnostic,
  type FileKind,
  isLanguage,
  type SkipReason,
  type SourceFile,
} from "../core/mod.ts";
import { groupsOf, type MentioningFile, mentionsOf, type ProjectFacts } from "../flow/mod.ts";
import { type Seen, seenOf } from "./cached.ts";
import type { RuleSet } from "./rule_set.ts";

export interface Skipped {
  readonly status: "skipped";
  readonly reason: SkipReason;
  readonly diagnostic?: Diagnostic;
}
export type ReadOutcome = { readonly status: "read"; readonly file: SourceFile } | Skipped;

interface Source {
  readonly path: string;
  readonly kind?: FileKind;
  readonly read: () => Promise<ReadOutcome>;
}

/** A source and its place in the order of the report. */
export interface PlacedSource extends Source {
  readonly place: number;
  /** Where outcomes are kept: what the file was when it was read to group it. */
  readonly seen?: Seen;
}

/** Units of text kept between the two reads of small targets; of larger ones files are read again. */
const MAX_KEPT = 16 * 1024 * 1024;

interface Grouping {
  readonly rules: RuleSet;
  readonly facts?: ProjectFacts | undefined;
  readonly read: (source: Source) => Promise<ReadOutcome>;
  readonly skip: (outcome: Skipped) => void;
  /** Outcomes are kept, so that every file has to be known by what it holds. */
  readonly areKept: boolean;
}

/** Groups in the order of their first files. What cannot be read now is told to `skip`. */
export async function groupFiles(
  sources: readonly Source[],
  { rules, facts, read, skip, areKept }: Grouping,
): Promise<readonly (readonly PlacedSource[])[]> {
  const placed = sources.map((source, place) => placedSource(source, { place, read }));
  const areAlone = rules.sinks.size === 0;
  if (areAlone && !areKept) return placed.map((source) => [source]);
  const groups: PlacedSource[][] = [];
  const mentioning: (MentioningFile & { readonly source: PlacedSource })[] = [];
  let kept = 0;
  for (const each of placed) {
    const outcome = await each.read();
    if (outcome.status === "skipped") {
      skip(outcome);
      continue;
    }
    const { kind, text } = outcome.file;
    kept += text.length;
    const source = {
      ...(kept <= MAX_KEPT ? readSource(each, outcome) : each),
      ...(areKept && { seen: seenOf(outcome.file) }),
    };
    if (areAlone || !isLanguage(kind)) groups.push([source]);
    else {mentioning.push({
        path: source.path,
        mentions: mentionsOf({ language: kind, text }),
        source,
      });}
  }
  for (const places of groupsOf(mentioning, facts)) {
    const group: PlacedSource[] = [];
    for (const at of places) group.push(mentioning[at]!.source);
    groups.push(group);
  }
  return groups.sort(([a], [b]) => a!.place - b!.place);
}

// Functions that hold what they are given, and nothing else of the grouping.

function placedSource(
  source: Source,
  { place, read }: { place: number; read: Grouping["read"] },
): PlacedSource {
  return { place, path: source.path, read: () => read(source) };
}

function readSource({ place, path }: PlacedSource, outcome: ReadOutcome): PlacedSource {
  return { place, path, read: () => Promise.resolve(outcome) };
}
