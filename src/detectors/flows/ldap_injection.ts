import type { Rule } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";

export default {
  id: "ldap-injection",
  family: "data-flow",
  title: "A caller's value in an LDAP filter",
  why: "A parenthesis ends the condition and begins another: whoever steers the model finds " +
    "any entry, or passes for any user.",
  fix: "Escape values (`escape_filter_chars`, `ldap.EscapeFilter`), or build the filter out " +
    "of objects.",
  limits: "Knows ldap3 and python-ldap, ldapjs and ldapts, and go-ldap.",
  severity: "medium",
  confidence: "high",
  cwe: ["CWE-90"],
  owasp: ["MCP05:2025", "LLM10:2026", "ASI05:2026"],
  atlas: ["AML.T0053"],
  since: "0.1.0",
  tags: ["injection", "data-flow"],
  matcher: { kind: "flow" },
  sinks: ["ldap"],
  bad: [
    {
      file: "server.py",
      code: `from ldap3 import Connection

@mcp.tool()
def find(user: str) -> list:
    connection = Connection("ldap.acme.example")
    connection.search("dc=acme", f"(&(objectClass=person)(uid={user}))")
    return connection.entries
`,
      note: "`*)(uid=*` finds everyone",
    },
    {
      file: "main.go",
      code: `package main

import (
	"context"
	"fmt"

	"github.com/go-ldap/ldap/v3"
	"github.com/mark3labs/mcp-go/mcp"
)

func find(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	user, _ := request.RequireString("user")
	filter := fmt.Sprintf("(uid=%s)", user)
	search := ldap.NewSearchRequest("dc=acme", 2, 0, 0, 0, false, filter, nil, nil)
	return answer(search)
}

func start(s *server.MCPServer) {
	s.AddTool(mcp.NewTool("find"), find)
}
`,
      note: "Put together with a format",
    },
  ],
  good: [
    {
      file: "server.py",
      code: `from ldap3 import Connection
from ldap3.utils.conv import escape_filter_chars

@mcp.tool()
def find(user: str) -> list:
    connection = Connection("ldap.acme.example")
    connection.search("dc=acme", f"(uid={escape_filter_chars(user)})")
    return connection.entries
`,
      note: "Escaped",
    },
    {
      file: "server.ts",
      code: `import { Client, EqualityFilter } from "ldapts";

const client = new Client({ url: "ldaps://ldap.acme.example" });
server.tool("find", shape, async ({ user }) => {
  const filter = new EqualityFilter({ attribute: "uid", value: user });
  return await client.search("dc=acme", { filter });
});
`,
      note: "A filter as an object",
    },
  ],
} satisfies Rule<SyntaxTree>;
