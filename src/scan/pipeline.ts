// The scan: files → matches → findings → report. It knows no rule, no target and no format by
// name; they are its arguments. Same input, same report, whatever the order of reads.

import type { Diagnostic, Finding, Rule, ScanReport, SkipReason, SourceFile } from "../core/mod.ts";
import type { SyntaxTree } from "../syntax/mod.ts";
import { toFindings } from "./findings.ts";
import { matchFile } from "./matching.ts";
import { type RuleSet, ruleSet } from "./rule_set.ts";

/** Files read ahead of the one being analysed. */
const READ_AHEAD = 16;

export type ReadOutcome =
  | { readonly status: "read"; readonly file: SourceFile }
  | { readonly status: "skipped"; readonly reason: SkipReason; readonly diagnostic?: Diagnostic };

export interface ScanInput {
  readonly tool: ScanReport["tool"];
  readonly targets: readonly string[];
  readonly rules: readonly Rule<SyntaxTree>[];
  /** One reader per file, in the order of the report; each is called once. */
  readonly files: readonly { readonly path: string; readonly read: () => Promise<ReadOutcome> }[];
  /** What discovery has skipped and stumbled over already. */
  readonly skipped: ScanReport["coverage"]["skipped"];
  readonly diagnostics: readonly Diagnostic[];
  readonly onProgress?: (done: number, total: number) => void;
  /** Told of each file when it is done, with the number of its findings. */
  readonly onFile?: (path: string, findings: number) => void;
}

export async function scan(input: ScanInput): Promise<ScanReport> {
  const rules = ruleSet(input.rules);
  const findings: Finding[] = [];
  const diagnostics: Diagnostic[] = [...input.diagnostics];
  const skipped: Partial<Record<SkipReason, number>> = { ...input.skipped };
  let analysed = 0;
  let parseErrors = 0;
  let done = 0;
  for await (const { path, outcome } of readAhead(input.files)) {
    input.onProgress?.(done++, input.files.length);
    if (outcome.status === "skipped") {
      skipped[outcome.reason] = (skipped[outcome.reason] ?? 0) + 1;
      if (outcome.diagnostic) diagnostics.push(outcome.diagnostic);
      continue;
    }
    const result = await analyse(outcome.file, rules);
    for (const finding of result.findings) findings.push(finding);
    diagnostics.push(...result.diagnostics);
    if (result.parseErrors) parseErrors++;
    analysed++;
    input.onFile?.(path, result.findings.length);
  }
  const skips = Object.values(skipped).reduce((sum, count) => sum + count, 0);
  return {
    tool: input.tool,
    targets: input.targets,
    findings,
    coverage: { found: analysed + skips, analysed, parseErrors, skipped },
    diagnostics: diagnostics.sort(byFile),
    complete: diagnostics.length === 0,
    rules: input.rules,
  };
}

interface Analysis {
  readonly findings: readonly Finding[];
  readonly diagnostics: readonly Diagnostic[];
  readonly parseErrors: boolean;
}

/** One file; what goes wrong with it is its own diagnostic and never the end of the scan. */
async function analyse(file: SourceFile, rules: RuleSet): Promise<Analysis> {
  try {
    const result = await matchFile(file, rules);
    return { ...result, findings: toFindings(file, result) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `The analysis failed, which is a bug worth reporting: ${reason}`;
    return {
      findings: [],
      diagnostics: [{ kind: "analysis-failed", file: file.path, message }],
      parseErrors: false,
    };
  }
}

async function* readAhead(
  files: ScanInput["files"],
): AsyncGenerator<{ path: string; outcome: ReadOutcome }> {
  const pending: Promise<ReadOutcome>[] = [];
  for (let next = 0, at = 0; at < files.length; at++) {
    while (next < files.length && next < at + READ_AHEAD) pending.push(files[next++]!.read());
    yield { path: files[at]!.path, outcome: await pending.shift()! };
  }
}

function byFile(a: Diagnostic, b: Diagnostic): number {
  const [left, right] = [a, b].map(({ file, kind, message }) => [file ?? "", kind, message]);
  for (let i = 0; i < 3; i++) {
    if (left![i]! !== right![i]!) return left![i]! < right![i]! ? -1 : 1;
  }
  return 0;
}
