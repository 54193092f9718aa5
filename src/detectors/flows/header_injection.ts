import type { Rule } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";

export default {
  id: "header-injection",
  family: "data-flow",
  title: "A caller's value may begin a header of its own",
  why: "A line break in the value begins another header, or the body: whoever steers the " +
    "model adds recipients to a mail, or a second request to a connection.",
  fix: "Build mails and requests with a library that checks headers; refuse values with " +
    "line breaks.",
  limits: "Looks at headers that are put together as text. HTTP libraries refuse line breaks " +
    "themselves.",
  severity: "medium",
  confidence: "medium",
  cwe: ["CWE-113"],
  owasp: ["MCP05:2025", "LLM10:2026", "ASI05:2026"],
  atlas: ["AML.T0053"],
  since: "0.1.0",
  tags: ["injection", "data-flow"],
  matcher: { kind: "flow" },
  sinks: ["header"],
  bad: [
    {
      file: "server.py",
      code: `import smtplib

@mcp.tool()
def send(to: str, subject: str, body: str) -> str:
    message = f"From: notes@acme.example\\r\\nTo: {to}\\r\\nSubject: {subject}\\r\\n\\r\\n{body}"
    with smtplib.SMTP("localhost") as smtp:
        smtp.sendmail("notes@acme.example", [to], message)
    return "sent"
`,
      note: "`Bcc:` behind a line break of the subject",
    },
    {
      file: "main.go",
      code: `package main

import (
	"context"
	"fmt"
	"net/smtp"

	"github.com/mark3labs/mcp-go/mcp"
)

func send(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	subject, _ := request.RequireString("subject")
	message := fmt.Sprintf("Subject: %s\\r\\n\\r\\nSee the notes.", subject)
	err := smtp.SendMail("localhost:25", nil, "notes@acme.example", TEAM, []byte(message))
	return answer(err)
}

func start(s *server.MCPServer) {
	s.AddTool(mcp.NewTool("send"), send)
}
`,
      note: "The headers of a mail, by hand",
    },
  ],
  good: [
    {
      file: "server.py",
      code: `import smtplib
from email.message import EmailMessage

@mcp.tool()
def send(subject: str, body: str) -> str:
    message = EmailMessage()
    message["Subject"] = subject
    message.set_content(body)
    with smtplib.SMTP("localhost") as smtp:
        smtp.send_message(message)
        smtp.sendmail("notes@acme.example", TEAM, f"Subject: Notes\\r\\n\\r\\n{body}")
    return "sent"
`,
      note: "A library that checks; and a value behind the headers",
    },
    {
      file: "main.go",
      code: `package main

import (
	"context"
	"net/smtp"
	"strings"

	"github.com/mark3labs/mcp-go/mcp"
)

func send(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	subject, _ := request.RequireString("subject")
	message := "Subject: " + strings.ReplaceAll(subject, "\\n", " ") + "\\r\\n\\r\\nSee the notes."
	err := smtp.SendMail("localhost:25", nil, "notes@acme.example", TEAM, []byte(message))
	return answer(err)
}

func start(s *server.MCPServer) {
	s.AddTool(mcp.NewTool("send"), send)
}
`,
      note: "Without line breaks",
    },
  ],
} satisfies Rule<SyntaxTree>;
