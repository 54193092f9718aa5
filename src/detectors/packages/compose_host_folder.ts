import type { Match, ProjectDocument, Rule } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { BREADTH_WORDS, breadthOf } from "../manifests/host_paths.ts";
import { mountsOf, servicesOf } from "./compose_services.ts";

/** What watches the host is given these to read, and only to read. */
const WATCHED = /^\/(?:proc|sys|dev|var|boot|etc|lib)?\/?$/;

function where(document: ProjectDocument): Match[] {
  return servicesOf(document).flatMap((service) =>
    mountsOf(service).flatMap(({ source, readOnly }): Match[] => {
      const breadth = breadthOf(source.value);
      if (breadth === undefined || (readOnly && WATCHED.test(source.value))) return [];
      const name = service.name.value;
      const may = readOnly ? "read" : "change";
      return [{
        span: source.span,
        identity: name,
        message: `Service "${name}" may ${may} ${BREADTH_WORDS[breadth]} of the host`,
        ...(readOnly && { severity: "medium" as const }),
      }];
    })
  );
}

export default {
  id: "compose-host-folder",
  family: "packaging",
  title: "Container that sees the host's disk, home or keys",
  why: "A tool that reads or writes a file then reaches everything there: keys to read, start-up " +
    "files to write.",
  fix: "Mount the one folder that the service is for, and that read-only where it only reads.",
  limits: "Sees Compose files alone; a variable in the path is not expanded.",
  severity: "high",
  confidence: "high",
  cwe: ["CWE-552", "CWE-668"],
  owasp: ["MCP02:2025", "LLM03:2026", "ASI03:2026"],
  atlas: [],
  since: "0.1.0",
  tags: ["containers"],
  matcher: { kind: "document", documents: ["compose"], where },
  bad: [
    {
      file: "compose.yaml",
      code: `services:
  files-mcp:
    image: acme/files-mcp:1.2.0
    volumes:
      - /:/host
`,
      note: "The whole disk",
    },
    {
      file: "docker-compose.yml",
      code: `services:
  files-mcp:
    image: acme/files-mcp:1.2.0
    volumes:
      - "~/.ssh:/home/app/.ssh:ro"
`,
      note: "Keys, if only to read",
    },
  ],
  good: [
    {
      file: "compose.yaml",
      code: `services:
  files-mcp:
    image: acme/files-mcp:1.2.0
    volumes:
      - ./notes:/notes:ro
      - ~/notes:/more
      - data:/data
  metrics:
    image: acme/node-exporter:1.8.0
    volumes:
      - /proc:/host/proc:ro
volumes:
  data:
`,
      note: "Folders of its own, and what watches the host",
    },
    {
      file: "compose.yaml",
      code: `services:
  files-mcp:
    image: acme/files-mcp:1.2.0
    volumes:
      - /etc/localtime:/etc/localtime:ro
`,
      note: "One file",
    },
  ],
} satisfies Rule<SyntaxTree>;
