// `explain`: one finding, the way to it, and its rule; with `--ai` a model's words and a patch, which
// is printed and never applied.

import { Argument, type Command } from "@commander-js/extra-typings";
import { relative, resolve } from "node:path";
import { Failure, type Finding, printable, type RuleInfo } from "../../core/mod.ts";
import { ALL_RULES } from "../../detectors/mod.ts";
import { projectFacts } from "../../flow/mod.ts";
import { explainText, type ModelWords } from "../../report/mod.ts";
import { scan } from "../../scan/mod.ts";
import { discover, type Discovery, projectReader, readSource } from "../../targets/mod.ts";
import { addAiOptions, type AiOptions, aiOptions } from "../ai_options.ts";
import { reviewParts } from "../ai_review.ts";
import { aiRule } from "../ai_rules.ts";
import { ownAi } from "../ai_own.ts";
import { makeAsker } from "../ai_session.ts";
import { COLOR_CHOICES, EMPTY_LAYER } from "../../config/mod.ts";
import { useColor } from "../color.ts";
import { loadConfiguration } from "../configuration.ts";
import { loadRules } from "../custom_rules.ts";
import type { Io } from "../io.ts";
import { choice, collectPaths, path } from "../options.ts";
import { readReportFile } from "../report_file.ts";
import { rereader } from "../scan_run.ts";
import { VERSION } from "../version.ts";

const MAX_FILE_SIZE = 10 * 1024 * 1024;
/** Digits that a fingerprint may be shortened to. */
const MIN_DIGITS = 6;

const EXAMPLES = `
Examples:
  mcp-sentinel explain 1f3a9c                         a finding of the current folder
  mcp-sentinel explain 1f3a9c server/                 of another
  mcp-sentinel explain 1f3a9c --report report.json    of a JSON report, without a scan
  mcp-sentinel explain 1f3a9c --ai                    with a model's words, and a patch to look at
`;

export function addExplainCommand(program: Command, { io }: { io: Io }): void {
  const command = program.command("explain")
    .description("Explain a finding: the way to it, its rule, and what to do")
    .argument("<fingerprint>", "its fingerprint, or the first six digits of it or more")
    .addArgument(new Argument("[targets...]", "where it is (default: the current folder)"))
    .option("--report <file>", "take the finding from this JSON report instead of a scan", path)
    .option("--rules <path>", "also rules of this file or folder (repeatable)", collectPaths)
    .addOption(choice("--color <when>", "colour the text", COLOR_CHOICES).default("auto" as const))
    .addHelpText("after", EXAMPLES)
    .action(async (fingerprint, targets, options, self) => {
      const named = targets.length > 0 ? targets : ["."];
      const asked = { ...options, ...aiOptions(self), fingerprint, targets: named };
      await explain(io, asked);
    });
  addAiOptions(command as never);
}

interface ExplainOptions extends AiOptions {
  readonly fingerprint: string;
  readonly targets: readonly string[];
  readonly report?: string | undefined;
  readonly rules?: readonly string[] | undefined;
  readonly color: typeof COLOR_CHOICES[number];
}

async function explain(io: Io, options: ExplainOptions): Promise<void> {
  const digits = options.fingerprint.trim().toLowerCase();
  if (!/^[0-9a-f]{6,64}$/.test(digits)) {
    throw new Failure("usage", `Expected a fingerprint, got "${printable(options.fingerprint)}"`, {
      hint: `Its first ${MIN_DIGITS} digits will do; scans show it with each finding`,
    });
  }
  const { rules } = await loadRules(io, options.rules ?? []);
  const all = [...ALL_RULES, ...rules];
  const isScanned = options.report === undefined || options.ai === true;
  const found = isScanned
    ? await discover(options.targets, { cwd: io.cwd(), include: [], exclude: [], ignore: true })
    : undefined;
  const findings = options.report === undefined
    ? await scanned(found!, { options, rules: all })
    : readReportFile(resolve(io.cwd(), options.report), options.report);
  const finding = findingOf(findings, digits);
  const rule = all.find(({ id }) => id === finding.ruleId) ?? await aiRule(finding.ruleId);
  const words = options.ai && rule
    ? await wordsOn({ finding, rule, found: found! }, { io, options })
    : undefined;
  await io.writeOut(explainText({ finding, rule, words }, {
    color: useColor(io, options.color),
    width: io.width,
    showPath: (file) => found ? relative(io.cwd(), resolve(found.root, file)) || file : file,
  }));
}

async function scanned(
  found: Discovery,
  { options, rules }: {
    readonly options: ExplainOptions;
    readonly rules: Parameters<typeof scan>[0]["rules"];
  },
): Promise<readonly Finding[]> {
  const { findings } = await scan({
    tool: { name: "MCP Sentinel", version: VERSION },
    targets: options.targets,
    rules,
    files: found.files.map((file) => ({
      path: file.path,
      kind: file.kind,
      read: () => readSource(file, { maxFileSize: MAX_FILE_SIZE }),
    })),
    facts: projectFacts(found.files.map(({ path }) => path), projectReader(found.root)),
    skipped: found.skipped,
    diagnostics: found.diagnostics,
  });
  return findings;
}

function findingOf(findings: readonly Finding[], digits: string): Finding {
  const fitting = findings.filter(({ fingerprint }) => fingerprint.startsWith(digits));
  const [first] = fitting;
  if (first && new Set(fitting.map(({ fingerprint }) => fingerprint)).size === 1) return first;
  throw first
    ? new Failure("unknown-finding", `More than one finding begins with "${digits}"`, {
      hint: `Give more digits: ${
        fitting.slice(0, 5).map((each) => printable(each.fingerprint)).join(", ")
      }`,
    })
    : new Failure("unknown-finding", `No finding begins with "${digits}"`, {
      hint: "mcp-sentinel scan --persona auditor -o json shows every finding with its fingerprint",
    });
}

async function wordsOn(
  { finding, rule, found }: {
    readonly finding: Finding;
    readonly rule: RuleInfo;
    readonly found: Discovery;
  },
  { io, options }: { readonly io: Io; readonly options: ExplainOptions },
): Promise<ModelWords | undefined> {
  const { explainRequest, explanationOf } = await import("../../ai/mod.ts");
  const read = rereader(found, (file) => readSource(file, { maxFileSize: MAX_FILE_SIZE }));
  const made = await explainRequest({ finding, rule }, reviewParts(read));
  if (!made) {
    io.writeError("warning: The place of the finding is not there any more; no model is asked\n");
    return undefined;
  }
  const { effective } = await loadConfiguration(
    io,
    { targets: options.targets, isTrusted: false },
    EMPTY_LAYER,
  );
  const own = ownAi(effective);
  const asker = await makeAsker(options, io, { requests: [made.request], own });
  const words = asker && await explanationOf(made, asker);
  if (words === "steered") {
    io.writeError("warning: The code steers a model that reads it, so its words are not shown\n");
    return undefined;
  }
  if (asker && !words) io.writeError("warning: No model has explained it\n");
  return words;
}
