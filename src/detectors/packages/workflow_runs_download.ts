import {
  type DocumentNode,
  entriesOf,
  type Located,
  type Match,
  type ProjectDocument,
  type Rule,
  scalarsAt,
  valueAt,
} from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { unseenDownloads } from "./unseen_downloads.ts";
import { jobsOf, PUBLISHING_SECRET, sourceOf } from "./workflow_jobs.ts";

interface Script {
  readonly job: string;
  readonly text: Located<string>;
  /** True beside the token by which something is published. */
  readonly publishes: boolean;
}

function where(document: ProjectDocument): Match[] {
  const scripts = document.type === "gitlab-ci" ? ofGitLab(document) : ofGitHub(document);
  return scripts.flatMap(({ job, text: { span }, publishes }) => {
    // As it stands, so that each command has its place.
    const source = { value: document.text.slice(span.start, span.end), span };
    return unseenDownloads(source).map((command): Match => ({
      span: command.span,
      identity: job,
      severity: publishes ? "medium" : "low",
      message: publishes
        ? `Job "${job}", which holds a token to publish with, runs a script straight off the network`
        : `Job "${job}" runs a script straight off the network`,
    }));
  });
}

function ofGitHub(document: ProjectDocument): Script[] {
  return jobsOf(document).flatMap(({ name, node, steps }) => {
    const publishes = PUBLISHING_SECRET.test(sourceOf(document, node));
    return steps.flatMap(({ run }) => run ? [{ job: name.value, text: run, publishes }] : []);
  });
}

/** Of GitLab every key of the file is a job, or holds what jobs share. */
function ofGitLab({ root }: ProjectDocument): Script[] {
  return entriesOf(root).slice(0, MAX_JOBS).flatMap(({ key, value }) =>
    key ? scriptsOf(value).map((text) => ({ job: key.value, text, publishes: false })) : []
  );
}

/** Aliases can repeat one job many times. */
const MAX_JOBS = 256;

function scriptsOf(job: DocumentNode): Located<string>[] {
  return ["before_script", "script", "after_script"].flatMap((key) => scalarsAt(valueAt(job, key)));
}

export default {
  id: "workflow-runs-download",
  family: "packaging",
  title: "Release or test job that runs what an address serves",
  why: "What the address serves at that moment runs in the job, with its token and secrets: " +
    "whoever holds the host can change what is built and published.",
  fix: "Take an action or a package in a fixed version, or compare a checksum before it runs.",
  limits: "Sees a download and what runs it in one command, not a file that is saved in between; " +
    "scripts of the repository that a job starts are not followed.",
  severity: "low",
  confidence: "high",
  cwe: ["CWE-494"],
  owasp: ["MCP04:2025", "LLM04:2026", "LLM03:2025", "ASI04:2026"],
  atlas: ["AML.T0010"],
  since: "0.1.0",
  tags: ["ci", "supply-chain"],
  matcher: { kind: "document", documents: ["github-workflow", "gitlab-ci"], where },
  bad: [
    {
      file: ".github/workflows/publish.yml",
      code: `on: release
jobs:
  publish:
    runs-on: ubuntu-24.04
    steps:
      - run: |
          curl -fsSL https://get.notes.example/tool.sh | sh
          tool release
        env:
          TOKEN: \${{ secrets.CARGO_REGISTRY_TOKEN }}
`,
      note: "Beside the token for a registry",
    },
    {
      file: ".gitlab-ci.yml",
      code: `test:
  script:
    - wget -qO- https://get.notes.example/tool.sh | bash
`,
      note: "On GitLab",
    },
  ],
  good: [
    {
      file: ".github/workflows/test.yml",
      code: `on: push
jobs:
  test:
    runs-on: ubuntu-24.04
    steps:
      - run: |
          curl -fsSLO https://get.notes.example/tool-1.2.0.tgz
          echo "24454f83  tool-1.2.0.tgz" | sha256sum -c
          curl -s https://notes.example/health | jq .status
      - run: curl https://git.notes.example/4f2a1c9d8e7b6a5f4c3d2e1f0a9b8c7d6e5f4a3b/a.sh | sh
`,
      note: "Checked, data, and what a commit holds",
    },
    {
      file: ".gitlab-ci.yml",
      code: `test:
  script:
    - cat setup.sh | bash
    - echo "curl https://get.notes.example/tool.sh"
`,
      note: "A script at hand, and a text",
    },
  ],
} satisfies Rule<SyntaxTree>;
