import {
  type Located,
  type Match,
  type ProjectDocument,
  type Rule,
  scalarAt,
  type Severity,
  valueAt,
} from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { expressionsIn, jobsOf, type Step, triggersOf } from "./workflow_jobs.ts";

/** What anybody may write. */
const FREE_TEXT =
  /\bgithub\.(?:head_ref\b|event\.(?:(?:issue|pull_request|discussion)\.(?:title|body)|(?:comment|review|review_comment)\.body|pull_request\.head\.(?:ref|label|repo\.default_branch)|workflow_run\.(?:head_branch|display_title|head_commit\.(?:message|author\.(?:name|email))|pull_requests\b)|pages\b[^|&]{0,40}\.page_name|(?:head_commit|commits\b[^|&]{0,20})\.(?:message|author\.(?:name|email))))/;
/** These give back true or false. */
const ONLY_TRUTH = /^!?\s{0,8}(?:contains|startsWith|endsWith)\s{0,8}\(|[=!]=/;

/** Started by those who may not write to the repository, with its secrets and a token that may. */
const PRIVILEGED =
  /^(?:issues|issue_comment|pull_request_target|pull_request_review(?:_comment)?|discussion|discussion_comment|workflow_run|fork|watch)$/;

function where(document: ProjectDocument): Match[] {
  const triggers = triggersOf(document);
  return jobsOf(document).flatMap(({ name, steps }) =>
    steps.flatMap(scriptsOf).flatMap((script) =>
      expressionsIn(document, script).flatMap(({ inner, span }): Match[] => {
        const [text] = FREE_TEXT.exec(inner) ?? [];
        if (text === undefined || ONLY_TRUTH.test(inner)) return [];
        return [{
          span,
          identity: `${name.value} ${text}`,
          severity: severityOf(triggers),
          message: `What anybody writes ("${text}") becomes part of the script of job ` +
            `"${name.value}"`,
        }];
      })
    )
  );
}

/** `run`, and the program that `actions/github-script` is given. */
function scriptsOf({ node, run, uses }: Step): Located<string>[] {
  if (run) return [run];
  if (!uses || !/^actions\/github-script@/.test(uses.value)) return [];
  const script = scalarAt(valueAt(node, "with", "script"));
  return script ? [script] : [];
}

/** A pull request from a fork runs without secrets; a push is made by who may write anyway. */
function severityOf(triggers: ReadonlySet<string>): Severity {
  if ([...triggers].some((each) => PRIVILEGED.test(each))) return "high";
  return triggers.has("pull_request") || triggers.has("workflow_call") ? "medium" : "low";
}

export default {
  id: "workflow-script-injection",
  family: "packaging",
  title: "Workflow that puts what anybody writes into a script",
  why: 'GitHub puts the text in before the shell reads the script: a title such as `"; curl … | ' +
    "sh; \"` runs with the job's token and secrets, up to publishing the server.",
  fix: 'Pass it through a variable: env: TITLE: ${{ … }}, and "$TITLE" in the script.',
  limits: "Sees fields that are free text; what a reusable workflow or an action of its own does " +
    "with its inputs is not followed.",
  severity: "high",
  confidence: "high",
  cwe: ["CWE-78", "CWE-94"],
  owasp: ["MCP04:2025", "MCP05:2025", "LLM04:2026", "ASI04:2026"],
  atlas: ["AML.T0010"],
  since: "0.1.0",
  tags: ["ci", "supply-chain"],
  matcher: { kind: "document", documents: ["github-workflow"], where },
  bad: [
    {
      file: ".github/workflows/label.yml",
      code: `on: issues
jobs:
  label:
    runs-on: ubuntu-24.04
    steps:
      - run: |
          echo "Thanks"
          if [ "\${{ github.event.issue.title }}" = "bug" ]; then echo bug; fi
`,
      note: "A title in a shell script",
    },
    {
      file: ".github/workflows/reply.yml",
      code: `on:
  issue_comment:
    types: [created]
jobs:
  reply:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/github-script@v7
        with:
          script: core.info("\${{ github.event.comment.body }}")
`,
      note: "A comment in a program",
    },
  ],
  good: [
    {
      file: ".github/workflows/label.yml",
      code: `on: issues
jobs:
  label:
    runs-on: ubuntu-24.04
    steps:
      - env:
          TITLE: \${{ github.event.issue.title }}
        run: |
          if [ "$TITLE" = "bug" ]; then echo bug; fi
          echo "\${{ github.event.issue.number }} \${{ contains(github.event.issue.title, 'x') }}"
`,
      note: "Through a variable, a number, and a truth",
    },
    {
      file: "notes.yml",
      code: `on: issues
jobs:
  label:
    steps:
      - run: echo "\${{ github.event.issue.title }}"
`,
      note: "Not a workflow",
    },
  ],
} satisfies Rule<SyntaxTree>;
