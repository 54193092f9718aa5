import type { Match, Rule } from "../../core/mod.ts";
import type { NodeId, SyntaxTree } from "../../syntax/mod.ts";
import { type Setting, truthOf, visitSettings } from "./settings.ts";
import { asksWho } from "./signs.ts";

const SCRIPT = ["enableDnsRebindingProtection"];

/** Settings that switch the check off, each by its value that does. */
const SWITCHES: ReadonlyMap<string, boolean> = new Map([
  ["enableDnsRebindingProtection", false],
  ["enable_dns_rebinding_protection", false],
  ["DisableLocalhostProtection", true],
]);

function where(tree: SyntaxTree, node: NodeId, { name, value }: Setting): Match | undefined {
  const off = SWITCHES.get(name);
  if (off === undefined || truthOf(tree, value) !== off) return undefined;
  return {
    span: tree.span(node),
    message: "Requests are taken for any Host and Origin",
    ...(asksWho(tree) && { severity: "low" }),
  };
}

export default {
  id: "dns-rebinding-unchecked",
  family: "server-hygiene",
  title: "Check against DNS rebinding switched off",
  why: "A page in the user's browser gives its own name the address of this machine, and its " +
    "scripts then call the server's tools as if they came from it. The specification of " +
    "2026-07-28 (Transports, Streamable HTTP, Security & Endpoint) has servers check Origin.",
  fix: "Leave the check on and name the allowed hosts and origins.",
  limits:
    "Sees the switches of the TypeScript, Python and Go SDKs as constants. Releases in which " +
    "the check is off unless asked for, and a check by a proxy in front, are not seen.",
  severity: "medium",
  confidence: "medium",
  cwe: ["CWE-346"],
  owasp: ["MCP07:2025", "ASI07:2026"],
  atlas: ["AML.T0049"],
  since: "0.1.0",
  tags: ["network"],
  matcher: visitSettings({
    python: ["enable_dns_rebinding_protection"],
    javascript: SCRIPT,
    typescript: SCRIPT,
    tsx: SCRIPT,
    go: ["DisableLocalhostProtection"],
  }, where),
  bad: [
    {
      file: "server.py",
      code: `from mcp.server.transport_security import TransportSecuritySettings

security = TransportSecuritySettings(enable_dns_rebinding_protection=False)
`,
      note: "Python",
    },
    {
      file: "server.ts",
      code: `const transport = new StreamableHTTPServerTransport({
  sessionIdGenerator: undefined,
  enableDnsRebindingProtection: false,
});
`,
      note: "TypeScript",
    },
    {
      file: "main.go",
      code: `package main

import "github.com/modelcontextprotocol/go-sdk/mcp"

var options = &mcp.StreamableHTTPOptions{DisableLocalhostProtection: true}
`,
      note: "Go",
    },
  ],
  good: [
    {
      file: "server.py",
      code: `from mcp.server.transport_security import TransportSecuritySettings

security = TransportSecuritySettings(
    enable_dns_rebinding_protection=True,
    allowed_hosts=["127.0.0.1:*"],
)
`,
      note: "On, with the hosts that are right",
    },
    {
      file: "server.ts",
      code: `const transport = new StreamableHTTPServerTransport({
  sessionIdGenerator: undefined,
  enableDnsRebindingProtection: true,
  allowedHosts: ["127.0.0.1:3000"],
});
const other = { enableDnsRebindingProtection: !settings.trustsProxy };
`,
      note: "On; and a choice of whoever runs it",
    },
  ],
} satisfies Rule<SyntaxTree>;
