import type { Match, ProjectDocument, Rule } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { type Job, jobsOf, PUBLISHING_SECRET, sourceOf } from "./workflow_jobs.ts";

/** GitHub's own run in every job anyway; those of the repository are as safe as it is. */
const OWN = /^(?:actions|github)\/|^\.{1,2}\//;
const COMMIT = /@[0-9a-f]{40}$/;
const IMAGE = /^docker:\/\//;

function where(document: ProjectDocument): Match[] {
  return jobsOf(document).flatMap((job): Match[] => {
    const secret = PUBLISHING_SECRET.exec(sourceOf(document, job.node))?.[1];
    const movable = movableIn(job);
    const [first] = movable;
    if (secret === undefined || !first) return [];
    const names = movable.slice(0, 4).map(({ value }) => `"${value}"`).join(", ");
    const more = movable.length > 4 ? ` and ${movable.length - 4} more` : "";
    return [{
      span: first.span,
      identity: job.name.value,
      message: `Job "${job.name.value}" holds "${secret}" and runs actions that can be changed ` +
        `under it: ${names}${more}`,
    }];
  });
}

function movableIn({ steps }: Job) {
  return steps.flatMap(({ uses }) => uses && isMovable(uses.value) ? [uses] : []);
}

function isMovable(uses: string): boolean {
  return !OWN.test(uses) && !COMMIT.test(uses) && !(IMAGE.test(uses) && uses.includes("@sha256:"));
}

export default {
  id: "workflow-movable-action",
  family: "packaging",
  title: "Action without a commit in a job that publishes",
  why: "Who takes over an action's repository moves its tags: the next release runs their code " +
    "beside the token by which the server is published, as has happened.",
  fix: "Name the commit, with the version as a comment: owner/action@<commit> # v1.2.3.",
  limits: "Goes by the names of secrets. Actions of GitHub itself are left alone; what an action " +
    "starts in its turn is not seen.",
  severity: "low",
  confidence: "high",
  cwe: ["CWE-829", "CWE-1357"],
  owasp: ["MCP04:2025", "LLM04:2026", "LLM03:2025", "ASI04:2026"],
  atlas: ["AML.T0010"],
  since: "0.1.0",
  tags: ["ci", "supply-chain"],
  matcher: { kind: "document", documents: ["github-workflow"], where },
  bad: [
    {
      file: ".github/workflows/publish.yml",
      code: `on: release
jobs:
  publish:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v4
      - uses: acme/setup-tool@v2
      - run: npm publish --provenance
        env:
          NODE_AUTH_TOKEN: \${{ secrets.NPM_TOKEN }}
`,
      note: "A tag, beside the token for npm",
    },
    {
      file: ".github/workflows/image.yml",
      code: `on: release
jobs:
  image:
    runs-on: ubuntu-24.04
    steps:
      - uses: acme/build-image@main
        with:
          password: \${{ secrets.DOCKERHUB_TOKEN }}
`,
      note: "A branch, which is given the token",
    },
  ],
  good: [
    {
      file: ".github/workflows/publish.yml",
      code: `on: release
permissions:
  id-token: write
jobs:
  publish:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v4
      - uses: acme/setup-tool@4f2a1c9d8e7b6a5f4c3d2e1f0a9b8c7d6e5f4a3b # v2.1.0
      - run: npm publish
`,
      note: "A commit, and no token that is kept",
    },
    {
      file: ".github/workflows/test.yml",
      code: `on: push
jobs:
  test:
    runs-on: ubuntu-24.04
    steps:
      - uses: acme/setup-tool@v2
      - run: npm test
`,
      note: "A job that holds no secret",
    },
  ],
} satisfies Rule<SyntaxTree>;
