import type { Rule } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";

export default {
  id: "regex-injection",
  family: "data-flow",
  title: "A caller's value is a regular expression",
  why: "An expression that backtracks keeps the server busy for hours with a few " +
    "characters: whoever steers the model stops it.",
  fix: "Escape the value (`re.escape`) where a text is meant; else use an engine without " +
    "backtracking (RE2), or bound the time.",
  limits: "A search that is meant to take expressions is reported too. Go's expressions take " +
    "time in proportion to the text, and are not.",
  severity: "low",
  confidence: "medium",
  cwe: ["CWE-1333"],
  owasp: ["MCP05:2025", "LLM06:2026", "ASI05:2026"],
  atlas: ["AML.T0053"],
  since: "0.1.0",
  tags: ["injection", "data-flow"],
  matcher: { kind: "flow" },
  sinks: ["regex"],
  bad: [
    {
      file: "server.py",
      code: `import re

@mcp.tool()
def count(pattern: str, text: str) -> int:
    return len(re.findall(pattern, text))
`,
      note: "Expression and text are the caller's",
    },
    {
      file: "server.ts",
      code: `server.tool("find", shape, async ({ word }) => {
  const expression = new RegExp(\`\\\\b\${word}\\\\b\`, "gi");
  return notes.filter((note) => expression.test(note));
});
`,
      note: "A word that need not be one",
    },
  ],
  good: [
    {
      file: "server.py",
      code: `import re

@mcp.tool()
def count(word: str, text: str) -> int:
    return len(re.findall(rf"\\b{re.escape(word)}\\b", text))
`,
      note: "Escaped",
    },
    {
      file: "server.ts",
      code: `function escapeText(text: string): string {
  return text.replace(/[.*+?^\${}()|[\\]\\\\]/g, "\\\\$&");
}

server.tool("find", shape, async ({ word }) => {
  const expression = new RegExp(escapeText(word), "gi");
  return notes.filter((note) => expression.test(note));
});
`,
      note: "Escaped by hand",
    },
    {
      file: "main.go",
      code: `package main

import (
	"context"
	"regexp"

	"github.com/mark3labs/mcp-go/mcp"
)

func find(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	pattern, _ := request.RequireString("pattern")
	expression, err := regexp.Compile(pattern)
	return answer(expression, err)
}

func start(s *server.MCPServer) {
	s.AddTool(mcp.NewTool("find"), find)
}
`,
      note: "An engine that does not backtrack",
    },
  ],
} satisfies Rule<SyntaxTree>;
