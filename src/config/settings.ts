// Every setting, once: what stands here makes the flags of `scan` and their help, the keys of the
// files, the variables of the environment, the schema and the page in the docs.

import { CONFIDENCES, SEVERITIES } from "../core/mod.ts";
import {
  choiceOf,
  DOLLARS,
  DURATION,
  FLAG,
  GLOBS,
  MODEL_PRICES,
  PATH,
  PATHS,
  PERCENT,
  RULE_NAMES,
  SIZE,
  TEXT,
  type ValueType,
} from "./value_types.ts";

export interface Setting<V = unknown> {
  readonly type: ValueType<V>;
  /** What it is for, in the words of help, schema and docs. */
  readonly what: string;
  /** As the command line declares it. */
  readonly flag?: string;
  /** The help of the flag, where it says the contrary of the setting. */
  readonly flagWhat?: string;
  readonly default?: V;
  /** The default as a person writes it; of what has none, what happens then. */
  readonly shown?: string;
  /** Set for what no file of a project may say, as it leads out of it. */
  readonly isUsers?: true;
}

/** What the sections are about, in the order of the docs. */
export const SECTIONS = {
  scan: "What is scanned, and when a scan fails",
  output: "The report, and what is told beside it",
  rules: "Which rules run, and how grave their findings are",
  baseline: "Findings that are known already",
  suppression: "Findings that are set aside",
  git: "What changed files are compared with",
  cache: "What scans keep for the next",
  ai: "Which language models `--ai` asks, and for how much",
} as const;
export type Section = keyof typeof SECTIONS;

const PERSONAS = ["regular", "pedantic", "auditor"] as const;
export const FORMATS = ["term", "json", "sarif"] as const;
export const COLOR_CHOICES = ["auto", "always", "never"] as const;
export const AI_PROVIDERS = [
  "ollama",
  "openai",
  "anthropic",
  "gemini",
  "mistral",
  "cohere",
  "openai-compatible",
] as const;
export const DIFF_SCOPES = ["line", "file"] as const;
const GATES = [...SEVERITIES, "none"] as const;
const SEVERITY_MAP: ValueType<unknown> = {
  kind: "own",
  expected: "NAME=SEVERITY, such as mcp-plain-http=medium",
  read: () => undefined,
  words: "rules' ids, families or `all`, each with a severity",
  schema: { type: "object", additionalProperties: { enum: SEVERITIES } },
};
const RULE_PATHS: ValueType<unknown> = {
  kind: "own",
  expected: "a list of paths with what holds there",
  read: () => undefined,
  words: "a list of `path` (a glob or several) with `enable`, `disable` or `severity`",
  schema: {},
};

export const SETTINGS = {
  "scan.include": {
    type: GLOBS,
    what: "scan only files that match, from the project root (repeatable)",
    flag: "--include <glob>",
  },
  "scan.exclude": {
    type: GLOBS,
    what: "leave out what matches, from the project root (repeatable)",
    flag: "--exclude <glob>",
  },
  "scan.ignore": {
    type: FLAG,
    what: "leave out what .gitignore and the default excludes name",
    flag: "--no-ignore",
    flagWhat: "also scan what .gitignore or a default exclude leaves out",
    default: true,
  },
  "scan.max-file-size": {
    type: SIZE,
    what: "skip larger files",
    flag: "--max-file-size <size>",
    default: 10 * 1024 * 1024,
    shown: "10MiB",
  },
  "scan.fail-on": {
    type: choiceOf(GATES),
    what: "exit 1 when a finding is at or above this",
    flag: "--fail-on <severity>",
    default: "high",
  },
  "scan.min-coverage": {
    type: PERCENT,
    what: "exit 2 when fewer of the files that rules read were analysed as a whole, in percent",
    flag: "--min-coverage <percent>",
  },
  "scan.strict": {
    type: FLAG,
    what: "exit 2 when there is any diagnostic: something was not analysed, or only in part",
    flag: "--strict",
    default: false,
  },
  "rules.files": {
    type: PATHS,
    what: "also run the rules of this file or folder of YAML (repeatable)",
    flag: "--rules <path>",
  },
  "rules.enable": {
    type: RULE_NAMES,
    what: "run this rule or family although it is switched off (repeatable)",
    flag: "--enable-rule <name>",
  },
  "rules.disable": {
    type: RULE_NAMES,
    what: "switch this rule or family off, or `all` (repeatable)",
    flag: "--disable-rule <name>",
  },
  "rules.severity": {
    type: SEVERITY_MAP,
    what: "give findings of a rule or family this severity (repeatable)",
    flag: "--rule-severity <name=severity>",
  },
  "rules.paths": {
    type: RULE_PATHS,
    what: "what holds for some paths only; of several that fit, the last counts",
  },
  "cache.enabled": {
    type: FLAG,
    what: "take what earlier scans have kept, and keep what this one finds",
    flag: "--no-cache",
    flagWhat: "analyse everything anew, and keep nothing for the next scan",
    default: true,
  },
  "cache.directory": {
    type: PATH,
    what: "the folder of the cache",
    flag: "--cache-dir <dir>",
    shown: "~/.mcp-sentinel/cache",
    isUsers: true,
  },
  "cache.ttl": {
    type: DURATION,
    what: "how long what is kept counts: 90s, 30m, 24h, 7d",
    flag: "--cache-ttl <time>",
    default: 24 * 3_600_000,
    shown: "24h",
  },
  "baseline.compare": {
    type: FLAG,
    what: "compare with the saved baseline: what is in it is known, not open",
    flag: "--baseline",
    default: false,
  },
  "baseline.file": {
    type: PATH,
    what: "where the baseline is (.json or .json.gz); compares with it, or saves to it beside " +
      "--save-baseline",
    flag: "--baseline-file <file>",
    shown: "in ~/.mcp-sentinel",
  },
  "baseline.fail-on-new": {
    type: choiceOf(GATES),
    what: "with a baseline: exit 1 when a new finding is at or above this",
    flag: "--fail-on-new <severity>",
    shown: "that of --fail-on",
  },
  "baseline.project": {
    type: TEXT,
    what: "the project of the saved baseline",
    flag: "--project <name>",
    shown: "git's remote, or the path",
  },
  "suppression.file": {
    type: PATH,
    what: "set findings aside as this file says",
    flag: "--suppress <file>",
    shown: ".mcp-sentinel-ignore.yaml of the project",
  },
  "suppression.fail-on-unused": {
    type: FLAG,
    what: "exit 1 when a suppression fits no finding",
    flag: "--fail-on-unused-suppressions",
    default: false,
  },
  "output.format": {
    type: choiceOf(FORMATS),
    what: "format of the report",
    flag: "-o, --output <format>",
    default: "term",
  },
  "output.file": {
    type: PATH,
    what: "write the report to a file instead of stdout",
    flag: "--output-file <file>",
    isUsers: true,
  },
  "output.persona": {
    type: choiceOf(PERSONAS),
    what: "who reads: what is worth mending (regular: confidence medium, severity low and up), " +
      "low confidence too (pedantic), or everything (auditor)",
    flag: "--persona <who>",
    default: "regular",
  },
  "output.severity": {
    type: choiceOf(SEVERITIES),
    what: "report findings at or above this severity",
    flag: "--severity <min>",
    shown: "the persona's",
  },
  "output.min-confidence": {
    type: choiceOf(CONFIDENCES),
    what: "report findings at or above this confidence",
    flag: "--min-confidence <min>",
    shown: "the persona's",
  },
  "output.color": {
    type: choiceOf(COLOR_CHOICES),
    what: "colour the report",
    flag: "--color <when>",
    default: "auto",
  },
  "output.verbose": {
    type: FLAG,
    what: "tell details on stderr",
    flag: "-v, --verbose",
    default: false,
  },
  "output.quiet": {
    type: FLAG,
    what: "tell nothing but errors on stderr",
    flag: "-q, --quiet",
    default: false,
  },
  "output.log-file": {
    type: PATH,
    what: "write details to a file",
    flag: "--log-file <file>",
    isUsers: true,
  },
  "git.base": {
    type: TEXT,
    what: "the ref that --diff compares with where it names none",
    shown: "the default branch",
  },
  "git.diff-scope": {
    type: choiceOf(DIFF_SCOPES),
    what: "with --diff or --staged: findings of changed lines, or of whole changed files",
    flag: "--diff-scope <scope>",
    shown: "line",
  },
  "ai.providers": {
    type: { ...choiceOf(AI_PROVIDERS), isList: true, words: "a list of providers' names" },
    what: "whom --ai asks, in this order; naming one that is paid for is consent to use it",
    shown: "ollama, on this machine",
    isUsers: true,
  },
  "ai.model": {
    type: TEXT,
    what: "the model of the first provider",
    shown: "the provider's",
    isUsers: true,
  },
  "ai.base-url": {
    type: TEXT,
    what: "where the first provider is: https, or http to this machine",
    shown: "the provider's",
    isUsers: true,
  },
  "ai.budget": {
    type: DOLLARS,
    what: "the most that one run may spend, in dollars",
    shown: "1.00",
    isUsers: true,
  },
  "ai.prices": {
    type: MODEL_PRICES,
    what: "what models of the first provider cost, where the program does not know or knows better",
    isUsers: true,
  },
} as const satisfies Readonly<Record<string, Setting>>;

export type SettingName = keyof typeof SETTINGS;

export const SETTING_NAMES: readonly SettingName[] = Object.keys(SETTINGS) as SettingName[];

export function settingOf(name: SettingName): Setting {
  return SETTINGS[name] as Setting;
}

/** `scan.fail-on` → `MCP_SENTINEL_SCAN_FAIL_ON`; lists and mappings have none. */
export function variableOf(name: SettingName): string | undefined {
  const { type } = settingOf(name);
  if (type.isList || type.kind === "own") return undefined;
  return VARIABLE_PREFIX + name.toUpperCase().replaceAll(/[.-]/g, "_");
}

export const VARIABLE_PREFIX = "MCP_SENTINEL_";
