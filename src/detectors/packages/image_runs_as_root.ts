import type { Match, ProjectDocument, Rule } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { lineage, type Stage, stagesOf } from "./image_stages.ts";

/** Images that leave the user at root. */
const ROOT_BASE =
  /^(?:(?:docker\.io\/)?(?:library\/)?|public\.ecr\.aws\/docker\/library\/|mirror\.gcr\.io\/(?:library\/)?)(?:node|python|golang|alpine|debian|ubuntu|ruby|rust|openjdk|eclipse-temurin|amazoncorretto|buildpack-deps|fedora|rockylinux|almalinux|busybox)(?=[:@]|$)|^(?:docker\.io\/)?(?:oven\/bun|denoland\/deno|nikolaik\/python-nodejs)(?=[:@]|$)|^ghcr\.io\/astral-sh\/uv(?=[:@]|$)|^mcr\.microsoft\.com\/playwright(?:\/python)?(?=[:@]|$)/i;
/** Programs by which a script at the start becomes another user. */
const DROPS = /\b(?:gosu|su-exec|setpriv|setuidgid|runuser|s6-setuidgid|dumb-init\s{1,4}su)\b/;

function where(document: ProjectDocument): Match[] {
  const stages = stagesOf(document);
  const last = stages.at(-1);
  const start = last && startOf(last);
  if (!last || !start || DROPS.test(document.text)) return [];
  for (const stage of lineage(last)) {
    const user = stage.instructions.findLast(({ name }) => name === "USER");
    if (!user) continue;
    if (!/^(?:root|0)(?::|\s|$)/.test(user.text.value)) return [];
    return [{ span: user.text.span, message: "The image goes back to root before it starts" }];
  }
  const { base } = [...lineage(last)].at(-1)!;
  if (!ROOT_BASE.test(base.value)) return [];
  return [{ span: start.span, message: "The image starts its program as root" }];
}

function startOf(last: Stage): { span: { start: number; end: number } } | undefined {
  for (const stage of lineage(last)) {
    const start = stage.instructions.findLast(({ name }) => /^(?:CMD|ENTRYPOINT)$/.test(name));
    if (start) return start.text;
  }
  return undefined;
}

export default {
  id: "image-runs-as-root",
  family: "packaging",
  title: "Container image that runs as root",
  why: "Whoever gets code to run in the server is root in the container: files that are mounted " +
    "can be changed, and a fault of the container's walls leads to the host.",
  fix: "Make a user, and put USER before the command: USER node, USER 10001.",
  limits:
    "Sees the Dockerfile: a base image that is not a well-known one may set a user, and who " +
    "starts the container may choose one.",
  severity: "low",
  confidence: "high",
  cwe: ["CWE-250"],
  owasp: ["MCP02:2025", "LLM03:2026", "ASI03:2026"],
  atlas: [],
  since: "0.1.0",
  tags: ["containers"],
  matcher: { kind: "document", documents: ["dockerfile"], where },
  bad: [
    {
      file: "Dockerfile",
      code: `FROM node:22-slim
WORKDIR /app
COPY . .
CMD ["node", "server.js"]
`,
      note: "No user at all",
    },
    {
      file: "Dockerfile",
      code: `FROM python:3.12-slim AS base
USER app
FROM base
USER root
RUN pip install .
ENTRYPOINT ["notes-mcp"]
`,
      note: "Back to root",
    },
  ],
  good: [
    {
      file: "Dockerfile",
      code: `FROM node:22-slim
WORKDIR /app
COPY --chown=node . .
USER node
CMD ["node", "server.js"]
`,
      note: "A user",
    },
    {
      file: "Dockerfile",
      code: `FROM golang:1.25 AS build
RUN go build -o /notes .
FROM gcr.io/distroless/static:nonroot
COPY --from=build /notes /notes
ENTRYPOINT ["/notes"]
`,
      note: "A base image with a user",
    },
    {
      file: "base.Dockerfile",
      code: `FROM debian:12-slim
RUN apt-get update
`,
      note: "An image that starts nothing",
    },
  ],
} satisfies Rule<SyntaxTree>;
