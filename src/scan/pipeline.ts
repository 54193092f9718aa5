// The scan: files → matches → findings → report. It knows no rule, no target and no format by
// name; they are its arguments. Same input, same report, whatever the order of reads.

import type { Diagnostic, Finding, Rule, ScanReport, SkipReason, SourceFile } from "../core/mod.ts";
import type { SyntaxTree } from "../syntax/mod.ts";
import { toFindings } from "./findings.ts";
import { matchFile } from "./matching.ts";
import { type RuleSet, ruleSet } from "./rule_set.ts";

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

/** Scans the files one after the other, in their order. */
export async function scan(input: ScanInput): Promise<ScanReport> {
  const rules = ruleSet(input.rules);
  const findings: Finding[] = [];
  const diagnostics: Diagnostic[] = [...input.diagnostics];
  const skipped: Partial<Record<SkipReason, number>> = { ...input.skipped };
  let analysed = 0;
  let parseErrors = 0;
  let done = 0;
  for (const { path, read } of input.files) {
    input.onProgress?.(done++, input.files.length);
    const outcome = await readSafely(path, read);
    if (outcome.status === "skipped") {
      skipped[outcome.reason] = (skipped[outcome.reason] ?? 0) + 1;
      if (outcome.diagnostic) diagnostics.push(outcome.diagnostic);
      continue;
    }
    const result = await analyse(outcome.file, rules);
    for (const finding of result.findings) findings.push(finding);
    for (const diagnostic of result.diagnostics) diagnostics.push(diagnostic);
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
    rules: rules.rules,
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
    const diagnostics = result.diagnostics.map((trouble) => ({ ...trouble, file: file.path }));
    return { findings: toFindings(file, result), diagnostics, parseErrors: result.parseErrors };
  } catch (error) {
    const message = `The analysis failed, which is a bug worth reporting: ${reasonOf(error)}`;
    return {
      findings: [],
      diagnostics: [{ kind: "analysis-failed", file: file.path, message }],
      parseErrors: false,
    };
  }
}

/** A read that throws, for want of memory say, costs its own file. */
async function readSafely(path: string, read: () => Promise<ReadOutcome>): Promise<ReadOutcome> {
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
