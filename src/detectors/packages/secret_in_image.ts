import type { BuildInstruction, Match, ProjectDocument, Rule } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { lineage, stagesOf } from "./image_stages.ts";

/** Names of variables that hold a credential. */
const SECRET =
  /(?:^|_)(?:TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|API_?KEY|PRIVATE_KEY|SECRET_KEY|ACCESS_KEY|AUTH|CREDENTIALS?)$/i;
/** Names that speak about a credential. */
const ABOUT = /(?:PUBLIC|MAX|NUM|TYPE|URL|FILE|PATH|NAME|TTL|ENABLE|USE_|DISABLE|SKIP|REQUIRE)/i;
const FILES =
  /^(?:\.env(?:\.(?!example|sample|template|dist|test)[\w.-]{1,40})?|\.npmrc|\.pypirc|\.netrc|\.git-credentials|id_(?:rsa|ed25519|ecdsa|dsa)|credentials\.json|service-?account[\w.-]{0,40}\.json)$/i;

function where(document: ProjectDocument): Match[] {
  const last = stagesOf(document).at(-1);
  const kept = new Set([...lineage(last)].flatMap(({ instructions }) => instructions));
  return document.instructions.flatMap((each): Match[] => {
    // What an earlier stage holds is not in the image.
    if (!kept.has(each)) return [];
    if (each.name === "COPY" || each.name === "ADD") return ofFiles(each);
    return each.name === "ARG" || each.name === "ENV" ? ofVariables(each) : [];
  });
}

function ofFiles({ text: { value, span } }: BuildInstruction): Match[] {
  if (/^--from=|\s--from=/.test(value)) return [];
  const words = value.replace(/[[\],"']/g, " ").split(/\s{1,100}/, 100).filter((word) =>
    word !== "" && !word.startsWith("--")
  );
  return words.slice(0, -1).flatMap((word): Match[] => {
    const name = word.slice(word.lastIndexOf("/") + 1);
    if (!FILES.test(name)) return [];
    return [{
      span,
      identity: name,
      message: `"${name}" is put into the image, for all who have it`,
    }];
  }).slice(0, 1);
}

/** `ENV A=$A` and `ENV A ${A}`, but no value that stands there: other rules look at those. */
function ofVariables({ name, text: { value, span } }: BuildInstruction): Match[] {
  const variable = /^([A-Za-z_]\w{0,100})(?:\s{0,8}$|[=\s]\s{0,8}(.{0,200}))/.exec(value);
  const [, key = "", assigned = ""] = variable ?? [];
  if (!SECRET.test(key) || ABOUT.test(key)) return [];
  if (name === "ARG" && assigned !== "") return [];
  if (name === "ENV" && !/^["']?\$\{?[A-Za-z_]\w{0,100}\}?["']?\s{0,8}$/.test(assigned)) return [];
  const what = name === "ARG" ? "Build argument" : "Variable";
  return [{
    span,
    identity: key,
    severity: "low",
    confidence: "medium",
    message: `${what} "${key}" stays in the image's history, for all who have the image`,
  }];
}

export default {
  id: "secret-in-image",
  family: "packaging",
  title: "Secret that stays in a container image",
  why:
    "Every layer and every build argument can be read by whoever may pull the image, also where " +
    "a later step removes the file.",
  fix: "Mount it for one step: RUN --mount=type=secret,id=token …; give it to the container when " +
    "it starts.",
  limits:
    "Goes by the names of files and variables; a folder that is copied whole may hold secrets " +
    "too. Values that stand in the file are a matter of the rules for secrets.",
  severity: "medium",
  confidence: "high",
  cwe: ["CWE-522", "CWE-312"],
  owasp: ["MCP01:2025", "LLM02:2026", "LLM02:2025"],
  atlas: ["AML.T0055"],
  since: "0.1.0",
  tags: ["containers", "credentials"],
  matcher: { kind: "document", documents: ["dockerfile"], where },
  bad: [
    {
      file: "Dockerfile",
      code: `FROM node:22-slim
COPY package.json .env ./
USER node
`,
      note: "A file of the environment",
    },
    {
      file: "Dockerfile",
      code: `FROM node:22-slim
ARG NPM_TOKEN
RUN npm ci
USER node
`,
      note: "A build argument",
    },
  ],
  good: [
    {
      file: "Dockerfile",
      code: `FROM node:22-slim AS build
ARG NPM_TOKEN
COPY .npmrc ./
RUN npm ci
FROM node:22-slim
COPY --from=build /app /app
USER node
`,
      note: "In a stage that is not kept",
    },
    {
      file: "Dockerfile",
      code: `FROM node:22-slim
COPY .env.example ./
ARG MAX_TOKENS
RUN --mount=type=secret,id=npm_token npm ci
USER node
`,
      note: "An example, a number, and a mount",
    },
  ],
} satisfies Rule<SyntaxTree>;
