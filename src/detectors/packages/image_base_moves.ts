import { type Match, partOf, type ProjectDocument, type Rule } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { type Stage, stagesOf } from "./image_stages.ts";

function where(document: ProjectDocument): Match[] {
  const stages = stagesOf(document);
  return stages.flatMap((stage): Match[] => {
    const { base } = stage;
    if (!isMoving(stage)) return [];
    const span = partOf(base, { start: 0, end: base.value.length }).span;
    const how = base.value.endsWith(":latest") ? "at whatever is newest" : "without a tag";
    return [{ span, identity: base.value, message: `Base image "${base.value}" is taken ${how}` }];
  });
}

function isMoving({ base: { value }, parent }: Stage): boolean {
  if (parent || value === "scratch" || value.includes("$") || value.includes("@")) return false;
  const name = value.slice(value.lastIndexOf("/") + 1);
  return !name.includes(":") || name.endsWith(":latest");
}

export default {
  id: "image-base-moves",
  family: "packaging",
  title: "Base image without a version",
  why:
    "Each build starts from whatever was pushed last: nobody can tell what the image holds, and " +
    "whoever gets hold of the publisher's account is in the next build.",
  fix: "Name a version, such as node:22.11-slim, and a digest where it has to stay the same.",
  limits: 'A tag may be moved too; only none and "latest" are reported.',
  severity: "low",
  confidence: "high",
  cwe: ["CWE-494", "CWE-1357"],
  owasp: ["MCP04:2025", "LLM04:2026", "LLM03:2025", "ASI04:2026"],
  atlas: ["AML.T0010"],
  since: "0.1.0",
  tags: ["containers", "supply-chain"],
  matcher: { kind: "document", documents: ["dockerfile"], where },
  bad: [
    {
      file: "Dockerfile",
      code: `FROM --platform=linux/amd64 node:latest
USER node
`,
      note: "The newest",
    },
    {
      file: "Dockerfile",
      code: `FROM registry.notes.example:5000/base AS build
USER app
`,
      note: "No tag; the colon is the port's",
    },
  ],
  good: [
    {
      file: "Dockerfile",
      code: `ARG VERSION=22
FROM node:\${VERSION}-slim AS build
FROM build
FROM scratch
COPY --from=build /app /app
`,
      note: "A variable, an earlier stage, and nothing",
    },
    {
      file: "Dockerfile",
      code: `FROM node@sha256:4f2a1c9d8e7b6a5f4c3d2e1f0a9b8c7d6e5f4a3b2c1d0e9f8a7b6c5d4e3f2a1b
USER node
`,
      note: "A digest",
    },
  ],
} satisfies Rule<SyntaxTree>;
