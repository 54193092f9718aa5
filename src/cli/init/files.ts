// What `init` writes: settings with comments, an empty file of suppressions, and pipelines that use
// nothing but what can be had.

import type { Severity } from "../../core/mod.ts";
import { VERSION } from "../version.ts";
import type { ProjectLook } from "./look.ts";

export const BASELINE_FILE = ".mcp-sentinel-baseline.json";
export const SCHEMA_FILE = ".mcp-sentinel.schema.json";

export interface InitChoices {
  readonly failOn: Severity | "none";
  readonly schema: boolean;
  readonly github: boolean;
  readonly gitlab: boolean;
  readonly preCommit: boolean;
}

export interface InitFile {
  /** From the root of the project, with `/`. */
  readonly path: string;
  readonly text: string;
  /** Whether it is text that a person should see before it is written. */
  readonly isShown: boolean;
}

/** Held to the version that the project itself is tested with. */
const DENO = "npx -y deno@2.9.5 run";
const PROGRAM = `jsr:@sentinel/cli@${VERSION}`;
/** A scan reads, and asks git where only changes are looked at; it needs nothing else. */
const SCAN = `${DENO} --allow-read --allow-env ${PROGRAM} scan`;
const STAGED = `${DENO} --allow-read --allow-env --allow-run=git ${PROGRAM} scan --staged`;

/** The files, in the order in which they are shown. */
export function initFiles(
  choices: InitChoices,
  { look, schema }: { readonly look: ProjectLook; readonly schema: string },
): InitFile[] {
  const shown = (path: string, text: string): InitFile => ({ path, text, isShown: true });
  return [
    shown(".mcp-sentinel.yaml", settingsText(choices, look)),
    shown(".mcp-sentinel-ignore.yaml", SUPPRESSIONS),
    ...(choices.schema ? [{ path: SCHEMA_FILE, text: schema, isShown: false }] : []),
    ...(choices.github ? [shown(".github/workflows/mcp-sentinel.yml", GITHUB)] : []),
    ...(choices.gitlab ? [shown(look.hasGitLab ? GITLAB_INCLUDED : ".gitlab-ci.yml", GITLAB)] : []),
    ...(choices.preCommit && !look.hasPreCommit
      ? [shown(".pre-commit-config.yaml", `repos:\n${PRE_COMMIT_HOOK}`)]
      : []),
  ];
}

/** What is left for the user to add, as files that are there are not changed. */
export function leftToDo({ gitlab, preCommit }: InitChoices, look: ProjectLook): string[] {
  return [
    ...(gitlab && look.hasGitLab
      ? [`Add to .gitlab-ci.yml:\n\ninclude:\n  - local: ${GITLAB_INCLUDED}\n`]
      : []),
    ...(preCommit && look.hasPreCommit
      ? [`Add to "repos" in .pre-commit-config.yaml:\n\n${PRE_COMMIT_HOOK}`]
      : []),
  ];
}

const GITLAB_INCLUDED = ".gitlab/mcp-sentinel.yml";

const BASELINE_ON = `baseline:\n  file: ${BASELINE_FILE}\n`;
const BASELINE_OFF = `# baseline:\n#   file: ${BASELINE_FILE}\n`;

/** The settings with the baseline that is there now; unchanged where they are no longer as written. */
export function withBaseline(settings: string): string {
  return settings.replace(BASELINE_OFF, BASELINE_ON);
}

function settingsText({ failOn, schema }: InitChoices, look: ProjectLook): string {
  const found = [
    look.languages.length > 0 &&
    `# ${look.languages.map(({ name, files }) => `${name} (${files})`).join(", ")}`,
    look.sdks.length > 0 && `# SDKs: ${look.sdks.join(", ")}`,
    look.clients.length > 0 &&
    `# Client configurations: ${look.clients.length} in this project`,
  ].filter((line) => line !== false);
  return `${schema ? `# yaml-language-server: $schema=${SCHEMA_FILE}\n` : ""}\
# Settings of MCP Sentinel: docs/configuration.md has all of them, and
# "mcp-sentinel config show --origin" tells which hold and why.
${found.map((line) => `${line}\n`).join("")}\
version: "1"

scan:
  # A scan fails (exit 1) from this severity on: info, low, medium, high, critical or none.
  fail-on: ${failOn}
  # It fails (exit 2) where fewer of the files were analysed as a whole, in percent.
  # min-coverage: 95
  # Left out, beside what .gitignore names. Tests and examples are scanned too, as severity low.
  # exclude: [vendor/**, "*.gen.ts"]

# Rules by id, by family, or all: "mcp-sentinel rules list".
# rules:
#   disable: [floating-mcp-dependency]
#   severity:
#     mcp-plain-http: critical
#   paths:
#     - path: examples/**
#       disable: [secrets]

# Findings of the baseline are known: only new ones fail.
# "mcp-sentinel scan --save-baseline" saves it anew.
${BASELINE_OFF}`;
}

const SUPPRESSIONS =
  `# Findings that were looked at and are accepted, each with a reason; docs/triage.md has every key.
#
#   - id: SUP-1
#     reason: reviewed with the platform team
#     author: ann
#     expires: 2027-03-01
#     rule: command-injection
#     path: src/admin/**
version: "1"
suppressions: []
`;

const GITHUB = `name: MCP Sentinel

on:
  push:
  pull_request:

permissions: {}

jobs:
  scan:
    runs-on: ubuntu-latest
    timeout-minutes: 15
    permissions:
      contents: read
    steps:
      - uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2
        with:
          persist-credentials: false
      - run: ${SCAN}
`;

const GITLAB = `mcp-sentinel:
  image: node:22
  script:
    - ${SCAN}
`;

const PRE_COMMIT_HOOK = `  - repo: local
    hooks:
      - id: mcp-sentinel
        name: MCP Sentinel
        entry: ${STAGED}
        language: system
        pass_filenames: false
`;
