import {
  type Located,
  type Match,
  type ProjectDocument,
  type Rule,
  scalarsAt,
  valueAt,
} from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { isOwnService, mountsOf, type Service, servicesOf } from "./compose_services.ts";

const SOCKET = /(?:^|\/)(?:docker|podman|containerd|crio)\.sock$/;
const CAPABILITIES =
  /^(?:CAP_)?(?:ALL|SYS_ADMIN|SYS_MODULE|SYS_PTRACE|SYS_RAWIO|DAC_READ_SEARCH|BPF)$/i;
const UNCONFINED = /^(?:apparmor|seccomp|label)[:=](?:unconfined|disable)$/i;

function where(document: ProjectDocument): Match[] {
  return servicesOf(document).flatMap((service) => {
    const { name } = service;
    // An image of somebody else that asks for the right is mostly there to manage the host.
    const most = isOwnService(service) ? "high" : "medium";
    return rightsOf(service).map(({ what, gives, isWhole }): Match => ({
      span: what.span,
      identity: name.value,
      severity: isWhole ? most : "medium",
      message: `Service "${name.value}" ${gives}`,
    }));
  });
}

interface Right {
  readonly what: Located<string>;
  /** Follows the name of the service. */
  readonly gives: string;
  /** True where it is as good as root on the host. */
  readonly isWhole: boolean;
}

function rightsOf(service: Service): Right[] {
  const { node } = service;
  const at = (...keys: string[]): Located<string>[] =>
    keys.flatMap((key) => scalarsAt(valueAt(node, key)));
  const right = (gives: string, isWhole: boolean) => (what: Located<string>): Right => ({
    what,
    gives,
    isWhole,
  });
  return [
    ...at("privileged").filter(({ value }) => value === "true")
      .map(right("runs privileged: it is root on the host", true)),
    ...mountsOf(service).map(({ source }) => source).filter(({ value }) => SOCKET.test(value))
      .map(right("holds the socket of the container engine, which is root on the host", true)),
    ...at("cap_add").filter(({ value }) => CAPABILITIES.test(value))
      .map((each) =>
        right(`has the capability "${each.value}", a way out of the container`, true)(each)
      ),
    ...at("security_opt").filter(({ value }) => UNCONFINED.test(value))
      .map(right("runs without the kernel's confinement", false)),
    ...at("pid", "ipc", "userns_mode").filter(({ value }) => value === "host")
      .map(right("shares a namespace with the host", false)),
  ];
}

export default {
  id: "compose-privileged",
  family: "packaging",
  title: "Container that has rights on its host",
  why:
    "Code that an attacker gets to run in the service is not held by the container: it becomes " +
    "root on the machine.",
  fix: "Take the right away; give the one device, capability or API that is needed, through a " +
    "proxy that filters it.",
  limits: "Sees Compose files alone. What an image needs the right for is not known; one that is " +
    "neither built here nor speaks of MCP is weighed lower.",
  severity: "high",
  confidence: "high",
  cwe: ["CWE-250"],
  owasp: ["MCP02:2025", "LLM03:2026", "ASI03:2026"],
  atlas: [],
  since: "0.1.0",
  tags: ["containers"],
  matcher: { kind: "document", documents: ["compose"], where },
  bad: [
    {
      file: "compose.yaml",
      code: `services:
  notes-mcp:
    image: acme/notes-mcp:1.2.0
    privileged: true
`,
      note: "All rights",
    },
    {
      file: "docker-compose.yml",
      code: `services:
  notes-mcp:
    image: acme/notes-mcp:1.2.0
    volumes:
      - /var/run/docker.sock:/var/run/docker.sock:ro
    cap_add: [SYS_ADMIN]
`,
      note: "The engine's socket, which read-only does not tame, and a capability",
    },
    {
      file: "compose.yml",
      code: `services:
  notes-mcp:
    image: acme/notes-mcp:1.2.0
    pid: host
    volumes:
      - type: bind
        source: /run/docker.sock
        target: /run/docker.sock
`,
      note: "The long form, and a namespace",
    },
  ],
  good: [
    {
      file: "compose.yaml",
      code: `services:
  notes-mcp:
    image: acme/notes-mcp:1.2.0
    privileged: false
    cap_drop: [ALL]
    cap_add: [NET_BIND_SERVICE]
    security_opt: ["no-new-privileges:true"]
    volumes:
      - ./data:/data
      - notes:/notes
volumes:
  notes:
`,
      note: "As little as it needs",
    },
    {
      file: "values.yaml",
      code: `services:
  notes-mcp:
    privileged: true
`,
      note: "Not a Compose file",
    },
  ],
} satisfies Rule<SyntaxTree>;
