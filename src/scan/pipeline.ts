// The scan: files → matches → findings → report. It knows no rule, no target and no format by
// name; they are its arguments. Same input, same report, whatever the order of reads.

import type {
  Diagnostic,
  FileKind,
  Finding,
  HandlerWork,
  Rule,
  ScanReport,
  SkipReason,
  SourceFile,
} from "../core/mod.ts";
import type { ProjectFacts } from "../flow/mod.ts";
import type { SyntaxTree } from "../syntax/mod.ts";
import { type GroupOutcome, keptIn, type ScanCache } from "./cached.ts";
import { type Changed, narrowedTo } from "./changed.ts";
import { toFindings } from "./findings.ts";
import { type FlowMatches, matchFlows } from "./flows.ts";
import { Neighbourhood } from "../mcp/mod.ts";
import { type FileMatches, matchFile, type RuleMatch } from "./matching.ts";
import { groupFiles, type ReadOutcome, type Skipped } from "./groups.ts";
import { type Page, pageOf } from "./page.ts";
import { type RuleSet, ruleSet } from "./rule_set.ts";
import { matchServed, type ServedFile } from "./served.ts";
import type { Surroundings } from "./surface_matching.ts";
import { handlerWork } from "./work.ts";

export interface ScanInput {
  readonly tool: ScanReport["tool"];
  readonly targets: readonly string[];
  readonly rules: readonly Rule<SyntaxTree>[];
  /** One reader per file, in the order of the report; each is called twice at most. */
  readonly files: readonly ScannedFile[];
  /** Set where changed files alone are asked for. */
  readonly changed?: Changed | undefined;
  /** What names of modules mean in the target. */
  readonly facts?: ProjectFacts;
  /** What discovery has skipped and stumbled over already. */
  readonly skipped: ScanReport["coverage"]["skipped"];
  readonly diagnostics: readonly Diagnostic[];
  /** What earlier scans have kept, and this one goes on keeping. */
  readonly cache?: ScanCache;
  readonly onProgress?: (done: number, total: number) => void;
  /** Told of each file when it is done, with the number of its findings. */
  readonly onFile?: (path: string, findings: number) => void;
  /** Told what handlers do, for those who look for what no rule has found. */
  readonly onHandlers?: (handlers: readonly HandlerWork[]) => void;
}

interface ScannedFile {
  readonly path: string;
  readonly kind?: FileKind;
  readonly read: () => Promise<ReadOutcome>;
}

/**
 * Scans the files group by group: those that may import one another are matched, followed by data
 * flow and made into findings together, then let go of before the next.
 */
export async function scan(input: ScanInput): Promise<ScanReport> {
  const rules = ruleSet(input.rules);
  const diagnostics: Diagnostic[] = [...input.diagnostics];
  const skipped: Partial<Record<SkipReason, number>> = { ...input.skipped };
  const skip = ({ reason, diagnostic }: Omit<Skipped, "status">): void => {
    skipped[reason] = (skipped[reason] ?? 0) + 1;
    if (diagnostic) diagnostics.push(diagnostic);
  };
  /** By the file's place in the input. */
  const found = new Map<number, readonly Finding[]>();
  const narrowed = narrowedTo(input.changed, { read: readSafely });
  let parseErrors = 0;
  let inPart = 0;
  let done = 0;
  const take = (places: readonly number[], outcome: GroupOutcome): void => {
    places.forEach((place, i) => found.set(place, outcome.findings[i]!));
    for (const diagnostic of outcome.diagnostics) diagnostics.push(diagnostic);
    parseErrors += outcome.parseErrors;
    inPart += outcome.inPart;
    input.onHandlers?.(outcome.handlers);
  };
  const kept = input.cache && keptIn(input.cache, input.facts);
  const all = await groupFiles(input.files, {
    rules,
    facts: input.facts,
    read: narrowed.read,
    skip,
    areKept: kept !== undefined,
  });
  const groups = all.filter(narrowed.isAsked);
  done = all.flat().length - groups.flat().length;
  if (done > 0) skipped.unchanged = (skipped.unchanged ?? 0) + done;
  for (let start = 0; start < groups.length; start += LOOKED_UP_AT_ONCE) {
    const some = groups.slice(start, start + LOOKED_UP_AT_ONCE);
    const known = await kept?.lookUp(some) ?? [];
    for (const [i, group] of some.entries()) {
      const outcome = known[i];
      if (outcome) {
        done += group.length;
        input.onProgress?.(done - 1, input.files.length);
        take(group.map(({ place }) => place), outcome);
        continue;
      }
      const files: PlacedFile[] = [];
      for (const { place, read } of group) {
        const outcome = await read();
        if (outcome.status === "read") files.push({ place, file: outcome.file });
        else {
          done++;
          skip(outcome);
        }
      }
      const analysed = await analyse(files, {
        rules,
        facts: input.facts,
        onFile: () => input.onProgress?.(done++, input.files.length),
      });
      take(files.map(({ place }) => place), analysed);
      await kept?.keep(files.map(({ file }) => file), analysed);
    }
  }
  const analysed = found.size;
  const skips = Object.values(skipped).reduce((sum, count) => sum + count, 0);
  const inOrder = input.files.flatMap(({ path }, place) => {
    const findings = found.get(place);
    return findings ? [{ path, findings: narrowed.ofChange(findings) }] : [];
  });
  for (const { path, findings } of inOrder) input.onFile?.(path, findings.length);
  return {
    tool: input.tool,
    targets: input.targets,
    findings: inOrder.flatMap(({ findings }) => findings),
    coverage: {
      found: analysed + skips,
      analysed,
      parseErrors,
      inPart,
      skipped,
      ...narrowed.coverage(input.files),
    },
    diagnostics: diagnostics.sort(byFile),
    complete: diagnostics.length === 0,
    rules: rules.rules,
  };
}

/** Groups whose outcomes are in memory before they are taken. */
const LOOKED_UP_AT_ONCE = 200;

interface PlacedFile {
  readonly place: number;
  readonly file: SourceFile;
}

interface MatchedFile extends PlacedFile {
  readonly result: FileMatches;
}

/** A group of files, which see one another. */
async function analyse(
  files: readonly PlacedFile[],
  { rules, facts, onFile }: {
    rules: RuleSet;
    facts: ProjectFacts | undefined;
    onFile: () => void;
  },
): Promise<GroupOutcome> {
  const diagnostics: Diagnostic[] = [];
  const neighbourhood = files.length > 1
    ? new Neighbourhood(files.map(({ file }) => file), facts)
    : undefined;
  const matched: MatchedFile[] = [];
  const inPart = new Set<string>();
  let parseErrors = 0;
  for (const { place, file } of files) {
    onFile();
    const { path } = file;
    const result = await matchSafely(file, rules, neighbourhood && { path, neighbourhood });
    for (const trouble of result.diagnostics) diagnostics.push({ ...trouble, file: path });
    if (result.parseErrors) {
      parseErrors++;
      inPart.add(path);
    }
    matched.push({ place, file, result });
  }
  const flows = flowsSafely(matched, { rules, facts });
  const served = matchServed(servedIn(matched), { rules, handlers: flows.handlers });
  const { findings, failures } = findingsOf(matched, [flows.matches, served.matches]);
  const all = [...diagnostics, ...flows.diagnostics, ...served.diagnostics, ...failures];
  for (const { file } of all) if (file !== undefined) inPart.add(file);
  return {
    findings: files.map(({ place }) => findings.get(place)!),
    diagnostics: all,
    parseErrors,
    inPart: inPart.size,
    handlers: handlerWork(flows.handlers, matched.map(({ file }) => file)),
  };
}

/** One file; what goes wrong with it is its own diagnostic and never the end of the scan. */
async function matchSafely(
  file: SourceFile,
  rules: RuleSet,
  around?: Surroundings,
): Promise<FileMatches> {
  try {
    return await matchFile(file, rules, around);
  } catch (error) {
    return {
      matches: [],
      secrets: [],
      diagnostics: [{ kind: "analysis-failed", message: failure(error) }],
      parseErrors: false,
    };
  }
}

function flowsSafely(
  matched: readonly MatchedFile[],
  asked: Parameters<typeof matchFlows>[1],
): Pick<FlowMatches, "matches" | "handlers"> & { readonly diagnostics: readonly Diagnostic[] } {
  const files = matched.flatMap(({ file: { path, context }, result: { module } }) =>
    module ? [{ path, context, module }] : []
  );
  try {
    const { matches, cuts, handlers } = matchFlows(files, asked);
    const diagnostics = cuts.map((file): Diagnostic => ({
      kind: "cut-by-bound",
      file,
      message: "Too much code in one place; not all of its data flow was followed",
    }));
    return { matches, handlers, diagnostics };
  } catch (error) {
    const message = `Data flow failed, which is a bug worth reporting: ${reasonOf(error)}`;
    return {
      matches: new Map(),
      handlers: [],
      diagnostics: [{ kind: "analysis-failed", message }],
    };
  }
}

function servedIn(matched: readonly MatchedFile[]): readonly ServedFile[] {
  return matched.flatMap(({ file: { path, context }, result: { surface } }) =>
    surface ? [{ path, context, surface }] : []
  );
}

/** By the file's place; of each file that was matched, though there be none. */
function findingsOf(
  matched: readonly MatchedFile[],
  across: readonly FlowMatches["matches"][],
): { findings: ReadonlyMap<number, readonly Finding[]>; failures: readonly Diagnostic[] } {
  const byPath = new Map(matched.map((each) => [each.file.path, each]));
  const shown = new Map<string, Page>();
  const pages = (path: string): Page | undefined => {
    const known = shown.get(path);
    const each = byPath.get(path);
    if (known || !each) return known;
    const page = pageOf(each.file, each.result.secrets);
    shown.set(path, page);
    return page;
  };
  const findings = new Map<number, readonly Finding[]>();
  const failures: Diagnostic[] = [];
  const shownElsewhere = new Map<string, RuleMatch[]>();
  for (const { result: { elsewhere } } of matched) {
    for (const [path, matches] of elsewhere ?? []) {
      shownElsewhere.set(path, [...shownElsewhere.get(path) ?? [], ...matches]);
    }
  }
  for (const { place, file, result: { matches, secrets } } of matched) {
    findings.set(place, []);
    try {
      const all = [
        ...matches,
        ...across.flatMap((each) => each.get(file.path) ?? []),
        ...shownElsewhere.get(file.path) ?? [],
      ];
      findings.set(place, toFindings(file, { matches: all, secrets }, { pages }));
    } catch (error) {
      failures.push({ kind: "analysis-failed", file: file.path, message: failure(error) });
    }
  }
  return { findings, failures };
}

function failure(error: unknown): string {
  return `The analysis failed, which is a bug worth reporting: ${reasonOf(error)}`;
}

/** A read that throws, for want of memory say, costs its own file. */
async function readSafely(
  { path, read }: ScanInput["files"][number],
): Promise<ReadOutcome> {
  try {
    return await read();
  } catch (error) {
    const message = `Could not read the file: ${reasonOf(error)}`;
    const diagnostic: Diagnostic = { kind: "unreadable", file: path, message };
    return { status: "skipped", reason: "unreadable", diagnostic };
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function byFile(a: Diagnostic, b: Diagnostic): number {
  const [left, right] = [a, b].map(({ file, kind, message }) => [file ?? "", kind, message]);
  for (let i = 0; i < 3; i++) {
    if (left![i]! !== right![i]!) return left![i]! < right![i]! ? -1 : 1;
  }
  return 0;
}
