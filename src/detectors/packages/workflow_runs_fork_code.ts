import {
  type Match,
  type ProjectDocument,
  type Rule,
  scalarAt,
  scalarsAt,
  type Span,
  valueAt,
} from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { type Job, jobsOf, type Step, triggersOf } from "./workflow_jobs.ts";

const HEAD =
  /github\.head_ref|github\.event\.pull_request\.(?:head\.(?:sha|ref)|merge_commit_sha)|github\.event\.workflow_run\.head_(?:sha|branch)|refs\/pull\//;
const FORK = /github\.event\.(?:pull_request\.head|workflow_run\.head_repository)\b/;
const CHECKOUT_COMMAND =
  /\bgh\s{1,8}pr\s{1,8}checkout\b|\bgit\s{1,8}fetch\b[^\n]{0,200}\b(?:refs\/)?pull\//;
/** Programs that run what stands in the working copy. */
const RUNS =
  /(?:^|[\s;&|(])(?:npm|npx|pnpm|yarn|bun|bunx|node|deno|tsx|pip3?|python3?|pytest|tox|nox|uv|uvx|poetry|hatch|make|cmake|go|cargo|mvn|gradle|dotnet|bundle|rake|bash|sh|docker|\.\.?\/[\w./-]{1,100}|\.venv\/\S{1,100})(?=\s|$)/m;

function where(document: ProjectDocument): Match[] {
  const triggers = triggersOf(document);
  const trigger = ["pull_request_target", "workflow_run"].find((each) => triggers.has(each));
  if (trigger === undefined) return [];
  return jobsOf(document).flatMap((job) => {
    const span = checkedOut(job);
    if (!span) return [];
    return [{
      span,
      identity: job.name.value,
      message: `Job "${job.name.value}" runs the code of a pull request with the rights of ` +
        `"${trigger}"`,
      ...(isChosen(document, { job, trigger }) && { confidence: "low" as const }),
    }];
  });
}

/** A person's label; only where it alone starts the job, as what is pushed later keeps the label. */
const LABEL = /github\.event\.label\.name|labels\.\*\.name/;
/** Only commits of the repository itself. A fork may call its branch what it likes. */
const OWN =
  /workflow_run\.event\s{0,4}==\s{0,4}'(?:push|release|schedule|workflow_dispatch)'|workflow_run\.event\s{0,4}!=\s{0,4}'pull_request'|head(?:_repository|\.repo)\.full_name\s{0,4}==\s{0,4}github\.repository|!\s{0,4}github\.event\.pull_request\.head\.repo\.fork\b|head\.repo\.fork\s{0,4}==\s{0,4}false/;

/** True where the job's condition asks for a label or for the repository's own commits. */
function isChosen(
  { root }: ProjectDocument,
  { job, trigger }: { readonly job: Job; readonly trigger: string },
): boolean {
  const condition = scalarAt(valueAt(job.node, "if"))?.value ?? "";
  if (OWN.test(condition)) return true;
  const types = scalarsAt(valueAt(root, "on", trigger, "types")).map(({ value }) => value);
  return types.length > 0 && types.every((type) => type === "labeled") && LABEL.test(condition);
}

/** Where code of a fork is taken that a later step runs. */
function checkedOut({ steps }: Job): Span | undefined {
  for (const [at, step] of steps.entries()) {
    const span = takenBy(step);
    if (!span) continue;
    const rest = steps.slice(at + 1);
    if (rest.some(runsCode) || (step.run && RUNS.test(afterCheckout(step.run.value)))) return span;
  }
  return undefined;
}

function takenBy({ node, run, uses }: Step): Span | undefined {
  if (run) return CHECKOUT_COMMAND.test(run.value) ? run.span : undefined;
  if (!uses || !/^actions\/checkout@/.test(uses.value)) return undefined;
  const ref = scalarAt(valueAt(node, "with", "ref"));
  const repository = scalarAt(valueAt(node, "with", "repository"));
  if (ref && HEAD.test(ref.value)) return ref.span;
  return repository && FORK.test(repository.value) ? repository.span : undefined;
}

function runsCode({ run, uses }: Step): boolean {
  return uses?.value.startsWith("./") === true || (run !== undefined && RUNS.test(run.value));
}

function afterCheckout(script: string): string {
  return script.slice(CHECKOUT_COMMAND.exec(script)?.index ?? 0);
}

export default {
  id: "workflow-runs-fork-code",
  family: "packaging",
  title: "Workflow that runs a stranger's pull request with the repository's rights",
  why:
    "Unlike pull_request, this trigger gives the job the repository's secrets and a token that " +
    "may write: anybody who opens a pull request runs their own build script with them.",
  fix:
    "Build under pull_request, and hand what was built to a second workflow that only uses it; " +
    "or let a person approve each run through an environment.",
  limits:
    "A condition of the job that asks for a label or for the repository's own commits lowers the " +
    "confidence; an environment or a check of the author in another job is not weighed.",
  severity: "high",
  confidence: "medium",
  cwe: ["CWE-829", "CWE-94"],
  owasp: ["MCP04:2025", "LLM04:2026", "LLM03:2025", "ASI04:2026"],
  atlas: ["AML.T0010"],
  since: "0.1.0",
  tags: ["ci", "supply-chain"],
  matcher: { kind: "document", documents: ["github-workflow"], where },
  bad: [
    {
      file: ".github/workflows/test.yml",
      code: `on: pull_request_target
jobs:
  test:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v4
        with:
          ref: \${{ github.event.pull_request.head.sha }}
      - run: npm ci && npm test
`,
      note: "Its head is checked out and tested",
    },
    {
      file: ".github/workflows/build.yml",
      code: `on:
  pull_request_target:
jobs:
  build:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v4
      - run: |
          gh pr checkout \${{ github.event.number }}
          make
`,
      note: "Taken by the command line",
    },
  ],
  good: [
    {
      file: ".github/workflows/test.yml",
      code: `on: pull_request
jobs:
  test:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v4
        with:
          ref: \${{ github.event.pull_request.head.sha }}
      - run: npm ci && npm test
`,
      note: "The trigger that has no secrets",
    },
    {
      file: ".github/workflows/label.yml",
      code: `on: pull_request_target
jobs:
  label:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v4
      - run: npm ci && npm run label
      - uses: actions/checkout@v4
        with:
          ref: \${{ github.event.pull_request.head.sha }}
          path: fork
      - run: git -C fork log -1
`,
      note: "The repository's own code runs, and the fork's is only looked at",
    },
  ],
} satisfies Rule<SyntaxTree>;
