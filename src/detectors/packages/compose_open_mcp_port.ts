import {
  entriesOf,
  type Located,
  type Match,
  type ProjectDocument,
  type Rule,
  scalarAt,
  valueAt,
} from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { isMcpService, type Service, servicesOf } from "./compose_services.ts";

const LOOPBACK = /^(?:127\.\d{1,3}\.\d{1,3}\.\d{1,3}|localhost|\[?::1\]?):/;
/** Two ports, or variables for them, with no address but that of all interfaces before them. */
const PUBLISHED =
  /^(?:0\.0\.0\.0:|\[::\]:|\*:)?(?:[\d-]{1,11}|\$\w{1,60}|\$\{[\w:-]{1,80}\}):(?:[\d-]{1,11}|\$\w{1,60}|\$\{[\w:-]{1,80}\})(?:\/tcp)?$/;

function where(document: ProjectDocument): Match[] {
  return servicesOf(document).filter(isMcpService).flatMap((service) => {
    const { name, node } = service;
    // On the host's network, whatever the server binds to is the host's.
    const network = scalarAt(valueAt(node, "network_mode"));
    const shared = network?.value === "host" ? [network] : [];
    return [
      ...openPorts(service).map((port) => found(name, port, "is published on all interfaces")),
      ...shared.map((each) => found(name, each, "listens on the host's own network")),
    ];
  });
}

function found(name: Located<string>, { span }: Located<string>, what: string): Match {
  return { span, identity: name.value, message: `MCP service "${name.value}" ${what}` };
}

function openPorts({ node }: Service): Located<string>[] {
  return entriesOf(valueAt(node, "ports")).flatMap(({ value }): Located<string>[] => {
    const short = scalarAt(value);
    if (short) return PUBLISHED.test(short.value) && !LOOPBACK.test(short.value) ? [short] : [];
    const published = scalarAt(valueAt(value, "published"));
    const host = scalarAt(valueAt(value, "host_ip"))?.value ?? "";
    return published && !LOOPBACK.test(`${host}:`) ? [published] : [];
  });
}

export default {
  id: "compose-open-mcp-port",
  family: "packaging",
  title: "MCP service that the whole network can reach",
  why: "A port that is published without an address is open on every interface, past the host's " +
    "firewall: without authentication of its own, anybody near may use the tools.",
  fix: 'Publish it on the machine alone, "127.0.0.1:8000:8000", or put a proxy that asks who it ' +
    "is before it.",
  limits:
    "Takes a service for MCP by its name, image, build folder or command; whether the server " +
    "asks who it is stands in its code.",
  severity: "low",
  confidence: "medium",
  cwe: ["CWE-1327", "CWE-668"],
  owasp: ["MCP07:2025", "LLM03:2026", "ASI03:2026"],
  atlas: ["AML.T0049"],
  since: "0.1.0",
  tags: ["containers", "network"],
  matcher: { kind: "document", documents: ["compose"], where },
  bad: [
    {
      file: "compose.yaml",
      code: `services:
  notes:
    image: acme/notes-mcp:1.2.0
    ports:
      - "8000:8000"
`,
      note: "On all interfaces",
    },
    {
      file: "compose.yaml",
      code: `services:
  mcp:
    build: .
    network_mode: host
`,
      note: "On the host's network",
    },
  ],
  good: [
    {
      file: "compose.yaml",
      code: `services:
  notes:
    image: acme/notes-mcp:1.2.0
    ports:
      - "127.0.0.1:8000:8000"
    expose: ["8000"]
`,
      note: "On the machine alone",
    },
    {
      file: "compose.yaml",
      code: `services:
  web:
    image: nginx:1.27
    ports:
      - "443:443"
`,
      note: "Another service",
    },
  ],
} satisfies Rule<SyntaxTree>;
