// Every setting has an effect, by every way in which it can be set: the table of settings is walked,
// so that one without a case here does not compile.

import assert from "node:assert/strict";
import { join } from "node:path";
import { SETTING_NAMES, type SettingName, settingOf, variableOf } from "../../src/config/mod.ts";
import { runCli } from "../support/run_cli.ts";
import { repositoryIn } from "../support/repository.ts";
import { plant, type Tree, withFolder } from "../support/temp_folder.ts";

const HTTP = '{"mcpServers":{"crm":{"type":"http","url":"http://crm.example.com/mcp"}}}';
const EVAL = "def f(x):\n    return eval(x)\n";
const OWN_RULE = `id: no-print
title: Prints
why: It shows
fix: Do not
limits: None
severity: critical
confidence: high
languages: [python]
match: { syntax: { pattern: print($X) } }
bad: [{ note: prints, file: a.py, code: "print(1)\\n" }]
good: [{ note: does not, file: a.py, code: "x = 1\\n" }]
`;
const SUPPRESSION =
  "version: '1'\nsuppressions:\n  - id: SUP-1\n    reason: reviewed\n    rule: mcp-plain-http\n";
/** The first half of the SHA-256 digest of "p". */
const DIGEST_OF_P = "148de9c5a7a44d19e56cd9ae1a554bf6";
const BASELINE = ".mcp-sentinel-baseline.json";

interface Seen {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** The JSON report, from stdout or the file that it was written to. */
  readonly report: {
    readonly findings: readonly {
      ruleId: string;
      severity: string;
      file: string;
      triage: { state: string };
    }[];
    readonly coverage: {
      analysed: number;
      skipped: Record<string, number>;
      changed: { scope: string; since: string } | null;
    };
    readonly filter: { persona: string; severity: string; confidence: string };
    readonly configuration: { rulesOff: string[]; leftOut: number };
    readonly notes: readonly unknown[];
  };
  readonly read: (path: string) => Promise<string | undefined>;
}

interface Case {
  /** As it stands in a file; the same text in a variable. `{here}` is the folder of the target. */
  readonly value: string;
  /** The flag with its value; the flag of the table with `value` where it is left out. */
  readonly args?: readonly string[];
  /** Files beside `.mcp.json`, a plain address, and `server.py`, without a fault. */
  readonly tree?: Tree;
  /** Arguments of every run; a JSON report where they are left out. */
  readonly beside?: readonly string[];
  /** What shows the effect. */
  readonly see: (seen: Seen) => unknown;
  readonly without: unknown;
  readonly within: unknown;
  /** What is done before the run. */
  readonly before?: (folder: string) => Promise<void>;
}

const JSON_REPORT = ["-o", "json"];
const rulesOf = ({ report }: Seen): string[] =>
  [...new Set(report.findings.map(({ ruleId }) => ruleId))].sort();
const code = ({ code }: Seen): number => code;
const commit = async (folder: string): Promise<void> => {
  const repository = repositoryIn(folder);
  await repository.git("init", "-q", "-b", "main", ".");
  await repository.commit({});
  await repository.git("branch", "before");
  await repository.commit({ "later.py": "import os\n", "server.py": `${EVAL}\n\ny = 1\n` });
  await repository.git("branch", "-m", "work");
  await repository.git("branch", "main");
  await plant(folder, { "server.py": `${EVAL}\n\ny = 2\n` });
};
const save = async (folder: string): Promise<void> => {
  const args = ["scan", "--save-baseline", "--baseline-file", BASELINE, "--config", "none.yaml"];
  await plant(folder, { "none.yaml": "" });
  await runCli(args, { cwd: folder });
  await Deno.remove(join(folder, "none.yaml"));
};

/** What would be asked, told without a question. */
const ESTIMATED = {
  tree: { "a.py": "import os\n\n\ndef f(x):\n    os.system('ls ' + x)\n" },
  beside: ["--ai", "--ai-estimate", "--fail-on", "none"],
};
const whom = ({ stdout }: Seen): string | undefined => /to (.*)/.exec(stdout)?.[1];

const CASES: Readonly<Record<SettingName, Case>> = {
  "scan.include": {
    value: "[server.py]",
    args: ["--include", "server.py"],
    see: ({ report }) => report.coverage.analysed,
    without: 2,
    within: 1,
  },
  "scan.exclude": {
    value: "[server.py]",
    args: ["--exclude", "server.py"],
    see: ({ report }) => report.coverage.analysed,
    without: 2,
    within: 1,
  },
  "scan.ignore": {
    value: "false",
    args: ["--no-ignore"],
    tree: { "out/": "", ".gitignore": "a.py\n", "a.py": "x = 1\n" },
    see: ({ report }) => report.coverage.analysed,
    without: 2,
    within: 3,
  },
  "scan.max-file-size": {
    value: "30",
    see: ({ report }) => report.coverage.skipped["too-large"],
    without: 0,
    within: 1,
  },
  "scan.fail-on": { value: "critical", see: code, without: 1, within: 0 },
  "scan.min-coverage": {
    value: "90",
    tree: { "broken.py": "def (:\n" },
    see: code,
    without: 1,
    within: 2,
  },
  "scan.strict": {
    value: "true",
    args: ["--strict"],
    tree: { "broken.mcp.json": '{"mcpServers": {' },
    see: code,
    without: 1,
    within: 2,
  },
  "rules.files": {
    value: "own",
    tree: { "own/no-print.yaml": OWN_RULE, "a.py": "print(1)\n" },
    see: (seen) => rulesOf(seen).includes("no-print"),
    without: false,
    within: true,
  },
  "rules.enable": {
    value: "[mcp-plain-http]",
    args: ["--enable-rule", "mcp-plain-http"],
    beside: [...JSON_REPORT, "--disable-rule", "all"],
    see: rulesOf,
    without: [],
    within: ["mcp-plain-http"],
  },
  "rules.disable": {
    value: "[mcp-plain-http]",
    args: ["--disable-rule", "mcp-plain-http"],
    see: (seen) => [rulesOf(seen), seen.report.configuration.rulesOff],
    without: [["mcp-plain-http"], []],
    within: [[], ["mcp-plain-http"]],
  },
  "rules.severity": {
    value: "{ mcp-plain-http: low }",
    args: ["--rule-severity", "mcp-plain-http=low"],
    see: (seen) => [seen.code, seen.report.findings.map(({ severity }) => severity)],
    without: [1, ["high"]],
    within: [0, ["low"]],
  },
  "rules.paths": {
    value: "[{ path: sub/**, disable: [mcp-plain-http] }]",
    tree: { "sub/.mcp.json": HTTP },
    see: ({ report }) => [report.findings.map(({ file }) => file), report.configuration.leftOut],
    without: [[".mcp.json", "sub/.mcp.json"], 0],
    within: [[".mcp.json"], 1],
  },
  "cache.enabled": {
    value: "false",
    args: ["--no-cache"],
    beside: ["-v"],
    see: ({ stderr }) => /\] Cache: /.test(stderr),
    without: true,
    within: false,
  },
  "cache.directory": {
    value: "{here}/own-cache",
    see: async ({ read }) => await read("own-cache/") !== undefined,
    without: false,
    within: true,
  },
  "cache.ttl": {
    value: "1s",
    beside: ["-v"],
    // What is kept is older than a second.
    before: async (folder) => {
      const env = { HOME: join(folder, "../home") };
      await runCli(["scan"], { cwd: folder, env });
      await new Promise((resolve) => setTimeout(resolve, 1100));
    },
    see: ({ stderr }) => /(\d+) of \d+ groups of files were known/.exec(stderr)?.[1],
    without: "2",
    within: "0",
  },
  "baseline.compare": {
    value: "true",
    args: ["--baseline"],
    beside: [...JSON_REPORT, "--project", "p"],
    before: async (folder) => {
      const env = { HOME: join(folder, "../home") };
      await plant(folder, { "none.yaml": "" });
      const args = ["scan", "--save-baseline", "--project", "p", "--config", "none.yaml"];
      await runCli(args, { cwd: folder, env });
      await Deno.remove(join(folder, "none.yaml"));
    },
    see: code,
    without: 1,
    within: 0,
  },
  "baseline.file": { value: BASELINE, before: save, see: code, without: 1, within: 0 },
  "baseline.fail-on-new": {
    value: "medium",
    beside: [
      ...JSON_REPORT,
      "--baseline-file",
      BASELINE,
      "--rule-severity",
      "mcp-plain-http=medium",
    ],
    before: async (folder) => {
      await save(folder);
      await plant(folder, { "new/.mcp.json": HTTP });
    },
    see: code,
    without: 0,
    within: 1,
  },
  "baseline.project": {
    value: "p",
    beside: ["--save-baseline"],
    see: ({ stderr }) => stderr.includes(`${DIGEST_OF_P}_baseline`),
    without: false,
    within: true,
  },
  "suppression.file": {
    value: "mine.yaml",
    tree: { "mine.yaml": SUPPRESSION },
    see: code,
    without: 1,
    within: 0,
  },
  "suppression.fail-on-unused": {
    value: "true",
    args: ["--fail-on-unused-suppressions"],
    tree: { ".mcp.json": "{}", ".mcp-sentinel-ignore.yaml": SUPPRESSION },
    see: code,
    without: 0,
    within: 1,
  },
  "output.format": {
    value: "sarif",
    beside: [],
    see: ({ stdout }) => stdout.startsWith("{"),
    without: false,
    within: true,
  },
  "output.file": {
    value: "{here}/r.json",
    see: async ({ stdout, read }) => [stdout === "", await read("r.json") !== undefined],
    without: [false, false],
    within: [true, true],
  },
  "output.persona": {
    value: "auditor",
    see: ({ report }) => report.filter.persona,
    without: "regular",
    within: "auditor",
  },
  "output.severity": {
    value: "critical",
    see: ({ report }) => report.filter.severity,
    without: "low",
    within: "critical",
  },
  "output.min-confidence": {
    value: "high",
    see: ({ report }) => report.filter.confidence,
    without: "medium",
    within: "high",
  },
  "output.color": {
    value: "always",
    beside: [],
    see: ({ stdout }) => stdout.includes("\u001b["),
    without: false,
    within: true,
  },
  "output.verbose": {
    value: "true",
    args: ["--verbose"],
    see: ({ stderr }) => /Project root/.test(stderr),
    without: false,
    within: true,
  },
  "output.quiet": {
    value: "true",
    args: ["--quiet"],
    beside: ["--output-file", "{here}/r.txt"],
    see: ({ stderr }) => stderr.slice(0, 6),
    without: "Wrote ",
    within: "",
  },
  "output.log-file": {
    value: "{here}/scan.log",
    see: async ({ read }) => /Project root/.test(await read("scan.log") ?? ""),
    without: false,
    within: true,
  },
  "ai.providers": {
    value: "[openai]",
    args: ["--provider", "openai"],
    ...ESTIMATED,
    see: whom,
    without: "ollama (qwen2.5-coder:7b)",
    within: "openai (gpt-6-luna)",
  },
  "ai.model": {
    value: "small-one",
    args: ["--model", "small-one"],
    ...ESTIMATED,
    see: whom,
    without: "ollama (qwen2.5-coder:7b)",
    within: "ollama (small-one)",
  },
  "ai.base-url": {
    value: "http://far.example",
    args: ["--ai-base-url", "http://far.example"],
    ...ESTIMATED,
    see: code,
    without: 0,
    within: 3,
  },
  "ai.budget": {
    value: "2",
    args: ["--budget", "2"],
    ...ESTIMATED,
    see: ({ stdout }) => /of a budget of (.*)/.exec(stdout)?.[1],
    without: "$1.0000",
    within: "$2.0000",
  },
  "ai.prices": {
    value: "[qwen2.5-coder:7b=1000/1000]",
    args: ["--ai-price", "1000/1000"],
    ...ESTIMATED,
    see: ({ stdout }) => /at most \$0\.0000 of/.test(stdout),
    without: true,
    within: false,
  },
  "git.base": {
    value: "before",
    before: commit,
    beside: [...JSON_REPORT, "--diff"],
    see: ({ report }) => report.coverage.changed?.since.split(" ")[0],
    without: "main",
    within: "before",
  },
  "git.diff-scope": {
    value: "file",
    tree: { "server.py": EVAL },
    before: commit,
    beside: [...JSON_REPORT, "--diff"],
    see: ({ report }) => [report.coverage.changed?.scope, report.findings.length],
    without: ["line", 0],
    within: ["file", 1],
  },
};

type Way = "without" | "project" | "user" | "environment" | "flag" | "named";

async function seeBy(way: Way, name: SettingName): Promise<{ seen: unknown; result: Seen }> {
  const given = CASES[name];
  let outcome: { seen: unknown; result: Seen } | undefined;
  await withFolder({ "home/.mcp-sentinel/": "", "here/.git/": "" }, async (above) => {
    const [folder, home] = [join(above, "here"), join(above, "home")];
    const placed = (text: string): string => text.replace("{here}", folder);
    const value = placed(given.value);
    const { args = [flagOf(name), value], beside = JSON_REPORT } = given;
    await plant(folder, { ".mcp.json": HTTP, "server.py": "x = 1\n", ...given.tree });
    await given.before?.(folder);
    const [section, key] = name.split(".") as [string, string];
    const settings = `version: '1'\n${section}:\n  ${key}: ${value}\n`;
    if (way === "project") await plant(folder, { ".mcp-sentinel.yaml": settings });
    if (way === "named") await plant(folder, { "settings.yaml": settings });
    if (way === "user") {
      await plant(home, { ".mcp-sentinel/config.yaml": relocated(name, settings) });
    }
    const line = [
      "scan",
      ...beside.map(placed),
      ...(way === "flag" ? args : []),
      ...(way === "named" ? ["--config", "settings.yaml"] : []),
    ];
    const variable = way === "environment" ? { [variableOf(name)!]: value } : {};
    const result = await runCli(line, { cwd: folder, env: { HOME: home, ...variable } });
    const read = async (path: string): Promise<string | undefined> => {
      const full = join(folder, path);
      try {
        return path.endsWith("/")
          ? String(Deno.statSync(full).isDirectory)
          : await Deno.readTextFile(full);
      } catch {
        return undefined;
      }
    };
    const text = result.stdout.startsWith("{") ? result.stdout : await read("r.json") ?? "{}";
    const told = { ...result, report: JSON.parse(text), read };
    outcome = { result: told, seen: await given.see(told) };
  });
  return outcome!;
}

/** Relative paths of the user's file count from its folder. */
function relocated(name: SettingName, settings: string): string {
  const path = CASES[name].value.replace(/[[\]]/g, "");
  if (settingOf(name).type.kind !== "path" || path.startsWith("{here}")) return settings;
  return settings.replace(path, `../../here/${path}`);
}

function flagOf(name: SettingName): string {
  return settingOf(name).flag?.split(/[ ,]+/).find((word) => word.startsWith("--")) ?? "";
}

for (const name of SETTING_NAMES) {
  Deno.test(`${name} has its effect by every way it can be set`, async () => {
    const { within, without } = CASES[name];
    const { flag, isUsers } = settingOf(name);
    assert.deepEqual((await seeBy("without", name)).seen, without);
    const ways: readonly Way[] = [
      "user",
      ...(isUsers ? [] : ["project", "named"] as const),
      ...(flag === undefined ? [] : ["flag"] as const),
      ...(variableOf(name) === undefined ? [] : ["environment"] as const),
    ];
    for (const way of ways) {
      const { seen, result } = await seeBy(way, name);
      assert.deepEqual(seen, within, `${way}: ${result.stderr}`);
    }
    if (!isUsers) return;
    for (const way of ["project", "named"] as const) {
      const { result } = await seeBy(way, name);
      assert.deepEqual([result.code, result.stdout], [3, ""], way);
      assert.match(
        result.stderr,
        new RegExp(`yaml:3:\\d+: A project's file may not set "${name}"`),
      );
    }
  });
}
