import type { Match, ProjectDocument, Rule, Span } from "../../core/mod.ts";
import { partOf, scalarAt, valueAt } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { type Job, jobsOf, sourceOf } from "./workflow_jobs.ts";

/** Registries that take a signed word of the workflow in a token's place. */
const COMMANDS: readonly { command: RegExp; secret: RegExp; registry: string }[] = [
  {
    registry: "npm",
    command: /\b(?:npm|pnpm|yarn|bun|changeset|lerna)\b[^\n]{0,200}\bpublish\b/,
    secret: /\bsecrets\.((?:\w{0,60}_)?(?:NPM|NODE_AUTH)\w{0,60})/i,
  },
  {
    registry: "PyPI",
    command: /\b(?:twine\s{1,8}upload|(?:uv|poetry|hatch|flit)\b[^\n]{0,100}\bpublish\b)/,
    secret: /\bsecrets\.((?:\w{0,60}_)?(?:PYPI|TWINE|UV_PUBLISH|POETRY)\w{0,60})/i,
  },
];
/** In the rest of the line, and of those that continue it. */
const DRY_RUN = /^(?:[^\n]|\\\n){0,500}--dry-run\b/;
const PYPI_ACTION = /^pypa\/gh-action-pypi-publish@/;
/** A registry of one's own, or GitHub's, which has no such way. */
const OTHER_REGISTRY = /npm\.pkg\.github\.com|--registry|--repository-url|UV_PUBLISH_URL|testpypi/i;

function where(document: ProjectDocument): Match[] {
  return jobsOf(document).flatMap((job): Match[] => {
    const source = sourceOf(document, job.node);
    if (OTHER_REGISTRY.test(source)) return [];
    const found = publishIn(document, { job, source });
    if (!found) return [];
    const { span, secret, registry } = found;
    const message = `Job "${job.name.value}" publishes to ${registry} with a token that is kept ` +
      `("${secret}")`;
    return [{ span, identity: job.name.value, message }];
  });
}

function publishIn(
  document: ProjectDocument,
  { job, source }: { job: Job; source: string },
): { span: Span; secret: string; registry: string } | undefined {
  const commands = COMMANDS.flatMap(({ command, secret, registry }) => {
    const name = secret.exec(source)?.[1];
    return name === undefined ? [] : [{ command, registry, name }];
  });
  for (const step of job.steps) {
    const password = scalarAt(valueAt(step.node, "with", "password"));
    if (step.uses && PYPI_ACTION.test(step.uses.value) && password) {
      const secret = /secrets\.(\w{1,100})/.exec(password.value)?.[1];
      if (secret !== undefined) return { span: password.span, secret, registry: "PyPI" };
    }
    for (const { command, registry, name } of step.run ? commands : []) {
      const text = document.text.slice(step.run!.span.start, step.run!.span.end);
      const hit = command.exec(text);
      if (!hit || DRY_RUN.test(text.slice(hit.index))) continue;
      const part = { start: hit.index, end: hit.index + hit[0].length };
      const { span } = partOf({ value: text, span: step.run!.span }, part);
      return { span, secret: name, registry };
    }
  }
  return undefined;
}

export default {
  id: "workflow-stored-publish-token",
  family: "packaging",
  title: "Server published with a token that is kept",
  why: "Whoever reads the secret once, through an action, a log or a maintainer's machine, can " +
    "publish a version of the server until somebody takes the token back.",
  fix:
    "Let the registry trust the workflow (trusted publishing, id-token: write), which needs no " +
    "token and says where each version was built.",
  limits: "Goes by the commands that publish and the names of secrets; other registries than npm " +
    "and PyPI are left alone.",
  severity: "low",
  confidence: "high",
  cwe: ["CWE-522"],
  owasp: ["MCP01:2025", "MCP04:2025", "LLM04:2026", "ASI04:2026"],
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
      - run: |
          npm ci
          npm publish --access public
        env:
          NODE_AUTH_TOKEN: \${{ secrets.NPM_TOKEN }}
`,
      note: "npm",
    },
    {
      file: ".github/workflows/publish.yml",
      code: `on: release
jobs:
  publish:
    runs-on: ubuntu-24.04
    steps:
      - uses: pypa/gh-action-pypi-publish@4f2a1c9d8e7b6a5f4c3d2e1f0a9b8c7d6e5f4a3b
        with:
          password: \${{ secrets.PYPI_API_TOKEN }}
`,
      note: "PyPI",
    },
  ],
  good: [
    {
      file: ".github/workflows/publish.yml",
      code: `on: release
jobs:
  publish:
    runs-on: ubuntu-24.04
    permissions:
      id-token: write
    steps:
      - uses: actions/checkout@v4
      - run: npm publish
      - uses: pypa/gh-action-pypi-publish@4f2a1c9d8e7b6a5f4c3d2e1f0a9b8c7d6e5f4a3b
`,
      note: "Trusted publishing",
    },
    {
      file: ".github/workflows/publish.yml",
      code: `on: release
jobs:
  publish:
    runs-on: ubuntu-24.04
    steps:
      - run: npm publish --dry-run
      - run: npm publish --registry https://npm.notes.example
        env:
          NODE_AUTH_TOKEN: \${{ secrets.NPM_TOKEN }}
`,
      note: "For show, and to a registry of one's own",
    },
  ],
} satisfies Rule<SyntaxTree>;
