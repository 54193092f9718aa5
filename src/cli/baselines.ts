// A scan and its baseline: what it is compared with, and what is saved of it.

import { join, resolve } from "node:path";
import { printable, type ScanReport } from "../core/mod.ts";
import type { FoundFile, ReadResult } from "../targets/mod.ts";
import type { Present } from "../triage/mod.ts";
import { digest, firstThere, homeFile, loadBaseline, saveBaseline } from "./baseline_store.ts";
import { gitFolder } from "./git_folder.ts";
import type { Io } from "./io.ts";
import { realFolder } from "./own_files.ts";
import { projectNames } from "./project_identity.ts";

export interface BaselineOptions {
  readonly baseline?: boolean | undefined;
  readonly saveBaseline?: boolean | undefined;
  readonly baselineFile?: string | undefined;
  readonly project?: string | undefined;
  readonly quiet?: boolean | undefined;
}

export interface Baselines {
  /** Files of its own, absolute, that are no part of the target. */
  readonly files: readonly string[];
  readonly watch: (file: FoundFile, result: ReadResult) => void;
  /** Holds the findings against the baseline, where that is asked for. */
  readonly judge: (
    report: ScanReport,
    context: { readonly isWhole: boolean },
  ) => Promise<ScanReport>;
  /** Saves the report as the new baseline, where that is asked for; says where. */
  readonly save: (report: ScanReport) => Promise<string | undefined>;
}

interface Scanned {
  readonly root: string;
  /** Whether the target is the user's own, so that its git files say which project it is. */
  readonly isOwn: boolean;
  /** What was named to be scanned, dumps of tools too. */
  readonly targets: readonly string[];
  /** What decides what is found, beside the files and the rules: plain data. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** What rules from outside say. */
  readonly ruleTexts: readonly string[];
}

const NONE: Baselines = {
  files: [],
  watch: () => {},
  judge: (report) => Promise.resolve(report),
  save: () => Promise.resolve(undefined),
};

/** Reads the baseline to compare with before anything is scanned, so that it fails early. */
export async function openBaselines(
  io: Io,
  options: BaselineOptions,
  scanned: Scanned,
): Promise<Baselines> {
  const { baselineFile, saveBaseline: isSaved } = options;
  const isCompared = options.baseline === true || (baselineFile !== undefined && isSaved !== true);
  if (!isCompared && isSaved !== true) return NONE;
  const { root, settings, ruleTexts } = scanned;
  const names = options.project === undefined ? namesOf(io, scanned) : [options.project];
  const project = names[0]!;
  const named = baselineFile === undefined ? undefined : resolve(io.cwd(), baselineFile);
  const compared = named ?? firstThere(names.map((name) => homeFile(io, name)));
  const path = named ?? homeFile(io, project);
  const shown = baselineFile ?? path;
  const baseline = isCompared ? await loadBaseline(compared, baselineFile ?? compared) : undefined;
  const files = new Map<string, string>();
  const configDigest = digest(JSON.stringify(settings));
  const present = (report: ScanReport, isWhole: boolean): Present => {
    const rules = report.rules.map(({ id }) => id).sort();
    const tool = report.tool.version;
    return {
      findings: report.findings,
      rules,
      ruleDigest: digest(JSON.stringify([tool, rules, ruleTexts])),
      configDigest,
      tool,
      files,
      cut: new Set(report.diagnostics.flatMap(({ file }) => file ?? [])),
      exists: (file) => mayExist(root, file),
      isWhole,
      isOfChanges: report.coverage.changed !== undefined,
    };
  };
  return {
    files: [path, compared].map(realPath),
    watch: ({ path }, result) => {
      if (result.status === "read") files.set(path, digest(result.file.text));
    },
    judge: async (report, { isWhole }) => {
      if (!baseline) return report;
      if (baseline.configDigest !== configDigest && options.quiet !== true) {
        io.writeError(`note: ${OTHER_SETTINGS}\n`);
      }
      const { compare } = await import("../triage/mod.ts");
      return { ...report, ...compare(baseline, present(report, isWhole)) };
    },
    save: async (report) => {
      if (isSaved !== true) return undefined;
      const { baselineOf } = await import("../triage/mod.ts");
      const savedAt = io.date().toISOString();
      const saved = baselineOf(present(report, true), { savedAt, project });
      await saveBaseline(io, { path, baseline: saved }, { shown, option: "--save-baseline" });
      return `${printable(shown)}: ${count(saved.findings, "finding")} in ` +
        count([...saved.files], "file");
    },
  };
}

const OTHER_SETTINGS =
  "The baseline was saved under other settings of the scan (--include, --exclude and their like), " +
  "so findings may be new or fixed through these";

function count({ length }: readonly unknown[], what: string): string {
  return `${length} ${what}${length === 1 ? "" : "s"}`;
}

function namesOf(io: Io, { root, isOwn, targets }: Scanned): readonly string[] {
  return projectNames({
    root,
    targets: targets.map((target) => realFolder(resolve(io.cwd(), target))),
    git: isOwn ? gitFolder(root) : undefined,
  });
}

function realPath(path: string): string {
  try {
    return Deno.realPathSync(path);
  } catch {
    // Not there yet.
    return path;
  }
}

/** True also where it may not be looked at: a finding there is not known to be mended. */
function mayExist(root: string, file: string): boolean {
  if (file.split("/").includes("..") || file.startsWith("/")) return true;
  const path = join(root, file);
  if (Deno.permissions.querySync({ name: "read", path }).state !== "granted") return true;
  try {
    Deno.lstatSync(path);
    return true;
  } catch (error) {
    return !(error instanceof Deno.errors.NotFound || error instanceof Deno.errors.NotADirectory);
  }
}
