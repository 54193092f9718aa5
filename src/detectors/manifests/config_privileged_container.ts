import type { Match, Rule, ServerDef, Severity } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { commandLine } from "./command_line.ts";
import { type ContainerOption, containerRun, mountSource } from "./containers.ts";

/** Each of these is root on the host to whoever knows how. */
const CAPABILITIES =
  /^(?:CAP_)?(?:ALL|SYS_ADMIN|SYS_PTRACE|SYS_MODULE|SYS_RAWIO|DAC_READ_SEARCH|BPF)$/i;
const SOCKET = /(?:docker|containerd|crio|podman)\.sock$/;

interface Fault {
  readonly says: string;
  readonly severity?: Severity;
}

function where(server: ServerDef): Match[] {
  return commandLine(server).commands.flatMap((command) =>
    (containerRun(command)?.options ?? []).flatMap((option): Match[] => {
      const fault = faultOf(option);
      if (!fault) return [];
      return [{
        span: option.word.span,
        identity: server.name.value,
        message: `The container of server "${server.name.value}" ${fault.says}`,
        ...(fault.severity && { severity: fault.severity }),
      }];
    })
  );
}

function faultOf(option: ContainerOption): Fault | undefined {
  const value = option.value?.value ?? "";
  switch (option.name) {
    case "--privileged":
      return value === "false" ? undefined : { says: "is privileged: it has the host's devices" };
    case "--cap-add":
      return CAPABILITIES.test(value)
        ? { says: "has a capability that leads out of it" }
        : undefined;
    case "--pid":
    case "--userns":
      return value === "host" ? { says: "shares processes or users with the host" } : undefined;
    case "--security-opt":
      return /^(?:seccomp|apparmor)[=:]unconfined$|^label[=:]disable$/.test(value)
        ? { says: "runs without the kernel's confinement", severity: "medium" }
        : undefined;
    case "--network":
      return value === "host"
        ? { says: "shares the host's network, loopback services included", severity: "low" }
        : undefined;
    case "--volume":
    case "--mount":
      return SOCKET.test(mountSource(option)?.value ?? "")
        ? { says: "controls the host's containers through their socket" }
        : undefined;
    default:
      return undefined;
  }
}

export default {
  id: "config-privileged-container",
  family: "mcp-config",
  title: "Server container that is not contained",
  why: "A container is there to hold a server that misbehaves; with the host's socket, devices " +
    "or processes in it, one tool call becomes root on the host.",
  fix: "Drop the option, and give the container the one file, port or capability that it needs.",
  limits: "Reads the arguments of docker, podman, nerdctl and finch; compose files and what the " +
    "image itself does are not seen.",
  severity: "high",
  confidence: "high",
  cwe: ["CWE-250", "CWE-668"],
  owasp: ["MCP02:2025", "ASI03:2026", "ASI05:2026"],
  atlas: ["AML.T0053"],
  since: "0.1.0",
  tags: ["configuration", "container"],
  matcher: { kind: "manifest", where },
  bad: [
    {
      file: ".mcp.json",
      code: `{ "mcpServers": { "notes": {
  "command": "docker",
  "args": ["run", "-i", "-v", "/var/run/docker.sock:/var/run/docker.sock", "acme/notes:1.4.2"]
} } }
`,
      note: "The socket of the container engine",
    },
    {
      file: ".mcp.json",
      code: `{ "mcpServers": { "notes": {
  "command": "docker", "args": ["run", "--rm", "-i", "--privileged", "acme/notes:1.4.2"]
} } }
`,
      note: "A privileged container",
    },
    {
      file: ".mcp.json",
      code: `{ "mcpServers": { "notes": {
  "command": "podman", "args": ["run", "-i", "--net=host", "--cap-add", "SYS_ADMIN", "acme/notes:1.4.2"]
} } }
`,
      note: "The host's network, and a capability",
    },
  ],
  good: [
    {
      file: ".mcp.json",
      code: `{ "mcpServers": { "notes": {
  "command": "docker",
  "args": [
    "run", "-i", "--rm", "--cap-drop", "ALL", "--security-opt", "no-new-privileges",
    "--network", "none", "-v", "/srv/notes:/data:ro", "acme/notes:1.4.2"
  ]
} } }
`,
      note: "Less than the default",
    },
    {
      file: ".mcp.json",
      code: `{ "mcpServers": { "notes": {
  "command": "docker", "args": ["run", "-i", "acme/notes:1.4.2", "--privileged", "--pid", "host"]
} } }
`,
      note: "Options of the server, after the image",
    },
  ],
} satisfies Rule<SyntaxTree>;
