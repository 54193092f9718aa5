import type { Match, Rule, ServerDef } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { commandLine } from "./command_line.ts";
import { containerRun } from "./containers.ts";

/** Tags that their publishers move with every build. */
const MOVING = /^(?:latest|main|master|edge|nightly|dev|develop|next|canary|unstable)$/;

function where(server: ServerDef): Match[] {
  return commandLine(server).commands.flatMap((command): Match[] => {
    const image = containerRun(command)?.image;
    if (!image || !isLoose(image.value)) return [];
    return [{
      span: image.span,
      identity: server.name.value,
      message: `Server "${server.name.value}" runs whichever build of a container image is newest`,
    }];
  });
}

function isLoose(image: string): boolean {
  // Without a registry or an owner it is an image that was built on this machine.
  if (!image.includes("/") || /[$%{}<>]|@sha256:|^[./\\]/.test(image)) return false;
  const name = image.slice(image.lastIndexOf("/") + 1);
  const colon = name.indexOf(":");
  return colon < 0 || MOVING.test(name.slice(colon + 1));
}

export default {
  id: "config-unpinned-image",
  family: "mcp-config",
  title: "Server image without a fixed tag or digest",
  why: "The tag moves with every build, so whoever can push to it replaces the server, and what " +
    "it is given of files and credentials, without a trace in the configuration.",
  fix: "Name a digest, image@sha256:…, or at least a version's tag.",
  limits: "A tag with a version is taken for fixed, though it can be pushed again; a name " +
    "without registry or owner is taken for an image built on this machine.",
  severity: "low",
  confidence: "high",
  cwe: ["CWE-494", "CWE-1357"],
  owasp: ["MCP04:2025", "LLM04:2026", "LLM03:2025", "ASI04:2026"],
  atlas: ["AML.T0010"],
  since: "0.1.0",
  tags: ["configuration", "supply-chain"],
  matcher: { kind: "manifest", where },
  bad: [
    {
      file: ".mcp.json",
      code: `{ "mcpServers": { "notes": {
  "command": "docker",
  "args": ["run", "-i", "--rm", "-e", "NOTES_TOKEN", "registry.example:5000/acme/notes"]
} } }
`,
      note: "No tag; the colon is the port's",
    },
    {
      file: "mcp.json",
      code: `{ "servers": { "notes": {
  "command": "podman", "args": ["run", "-i", "--pull=always", "ghcr.io/acme/notes:latest"]
} } }
`,
      note: "The tag of the newest build",
    },
  ],
  good: [
    {
      file: ".mcp.json",
      code: `{ "mcpServers": {
  "a": { "command": "docker", "args": ["run", "-i", "ghcr.io/acme/notes:1.4.2"] },
  "b": { "command": "docker", "args": ["run", "-i", "--name", "acme/notes",
    "ghcr.io/acme/notes@sha256:${"0a1b2c3d".repeat(8)}"] }
} }
`,
      note: "A version, and a digest",
    },
    {
      file: ".mcp.json",
      code: `{ "mcpServers": {
  "a": { "command": "docker", "args": ["run", "-i", "notes-mcp"] },
  "b": { "command": "docker", "args": ["mcp", "gateway", "run", "acme/notes"] },
  "c": { "command": "docker", "args": ["exec", "-i", "acme/notes", "run"] }
} }
`,
      note: "Built on this machine, and other commands",
    },
  ],
} satisfies Rule<SyntaxTree>;
