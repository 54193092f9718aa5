// A scan of texts, reviewed by a model of the test's own.

import type { Finding, HandlerWork, ScanReport } from "../../src/core/mod.ts";
import { ALL_RULES, DOUBTFUL_TEXT } from "../../src/detectors/mod.ts";
import {
  type Asker,
  planned,
  type PlannedRequest,
  review,
  type VerdictStore,
} from "../../src/ai/mod.ts";
import { excerpts, maskedPrompt, ruleSet, scan } from "../../src/scan/mod.ts";
import { sourceFile } from "../support/scan_text.ts";

const RULES = ruleSet(ALL_RULES);

export type Texts = Readonly<Record<string, string>>;

export interface Scanned {
  readonly texts: readonly Finding[];
  readonly report: ScanReport;
  readonly handlers: readonly HandlerWork[];
}

export async function scanned(files: Texts): Promise<Scanned> {
  const handlers: HandlerWork[] = [];
  const input = {
    tool: { name: "test", version: "0" },
    targets: ["."],
    files: Object.entries(files).map(([path, text]) => ({
      path,
      read: () => Promise.resolve({ status: "read", file: sourceFile(path, text) } as const),
    })),
    skipped: {},
    diagnostics: [],
  };
  const onHandlers = (some: readonly HandlerWork[]) => handlers.push(...some);
  const report = await scan({ ...input, rules: ALL_RULES, onHandlers });
  const { findings: texts } = await scan({ ...input, rules: [DOUBTFUL_TEXT] });
  return { report, handlers, texts };
}

/** Words that are others each time. */
function counting(): () => string {
  let count = 0;
  return () => (++count * 0x9e3779b1).toString(16).padStart(16, "0").slice(-16);
}

function partsFor(files: Texts, { report, handlers, texts }: Scanned) {
  const read = (path: string) =>
    Promise.resolve(files[path] === undefined ? undefined : sourceFile(path, files[path]));
  return {
    triaged: report.findings,
    handlers,
    texts,
    excerpt: excerpts({ rules: RULES, read }),
    redact: (text: string) => maskedPrompt(text, RULES),
    random: counting(),
  };
}

export interface Reviewing {
  readonly asker?: Asker;
  readonly verdicts?: VerdictStore;
  readonly models?: readonly string[];
  readonly atOnce?: number;
}

export async function reviewOf(
  files: Texts,
  { asker, verdicts, models = ["fake/a-model"], atOnce = 50 }: Reviewing,
): Promise<{ readonly before: ScanReport; readonly after: ScanReport }> {
  const before = await scanned(files);
  const after = await review(before.report, {
    ...partsFor(files, before),
    asker,
    verdicts,
    models,
    atOnce,
  });
  return { before: before.report, after };
}

export async function plannedFor(files: Texts): Promise<PlannedRequest[]> {
  const before = await scanned(files);
  return await planned(before.report, { ...partsFor(files, before), models: [] });
}
