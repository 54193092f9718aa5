// Go's tables: for each library, a call that does harm with what a caller sends, and how the same is
// done safely.

import assert from "node:assert/strict";
import { flowsIn } from "./_flows.ts";

/** A handler in which `name` is what the model sent. */
function handler(imports: string, statements: string): string {
  return `package main
import ("context"; "fmt"; "strings"; "github.com/mark3labs/mcp-go/mcp"; ${imports})
func handle(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	name, _ := request.RequireString("name")
	${statements}
	return nil, nil
}
func start(s *Server) { s.AddTool(mcp.NewTool("t"), handle) }
`;
}

const CASES: readonly [imports: string, statements: string, kinds: string][] = [
  ['"os/exec"', 'exec.CommandContext(ctx, "git", "log", name)', "argument"],
  ['"os/exec"', 'exec.CommandContext(ctx, "sh", "-c", "ls "+name)', "shell"],
  ['"syscall"', 'syscall.Exec("/bin/sh", []string{"sh", "-c", name}, nil)', "shell"],
  [
    '"os/exec"; "github.com/alessio/shellescape"',
    'exec.Command("sh", "-c", "ls "+shellescape.Quote(name))',
    "",
  ],
  ['"github.com/pkg/browser"', "browser.OpenURL(name)", "open"],
  ['"text/template"', 'template.New("a").Parse(name)', "template"],
  ['"text/template"', 'template.New("a").Parse("{{.}}")', ""],
  ['"os"', "os.OpenFile(name, 0, 0)", "path"],
  ['"os"', 'os.Rename("/srv/a", name)', "path"],
  ['"os"; "path/filepath"', 'os.Remove(filepath.Join("/srv", filepath.Base(name)))', ""],
  [
    '"os"; "github.com/cyphar/filepath-securejoin"',
    'p, _ := securejoin.SecureJoin("/srv", name)\n\tos.ReadFile(p)',
    "",
  ],
  ['"net/http"', "http.DefaultClient.Get(name)", "url"],
  ['"net/http"', 'http.NewRequestWithContext(ctx, "GET", name, nil)', "url"],
  ['"net/http"', "c := &http.Client{}\n\tc.Get(name)", "url"],
  ['"net/http"; "net/url"', 'http.Get("https://a.example/?q=" + url.QueryEscape(name))', ""],
  ['"net"', 'net.Dial("tcp", name)', "url"],
  ['"github.com/jackc/pgx/v5"', 'conn.Query(ctx, "SELECT "+name)', "sql"],
  ['"github.com/jackc/pgx/v5"', 'conn.Query(ctx, "SELECT $1", name)', ""],
  ['"database/sql"', 'db.QueryRow("SELECT ?", name)', ""],
  ['"database/sql"', 'db.ExecContext(ctx, "DELETE FROM t WHERE a = "+name)', "sql"],
  ['"gorm.io/gorm"', 'db.Where("name = \'" + name + "\'").Find(&users)', "sql"],
  ['"gorm.io/gorm"', 'db.Where("name = ?", name).Find(&users)', ""],
  ['"gorm.io/gorm"', 'db.Raw("SELECT " + name).Scan(&users)', "sql"],
  ['"regexp"', "regexp.MustCompile(name)", ""],
  [
    '"os/exec"; "regexp"',
    'clean := regexp.MustCompile("[^a-z]").ReplaceAllString(name, "")\n\texec.Command("sh", "-c", "ls "+clean)',
    "",
  ],
  [
    '"os/exec"; "regexp"',
    'clean := regexp.MustCompile("[a-z]").ReplaceAllString(name, "")\n\texec.Command("sh", "-c", "ls "+clean)',
    "shell",
  ],
  [
    '"github.com/go-ldap/ldap/v3"',
    'ldap.NewSearchRequest("dc=a", 2, 0, 0, 0, false, "(uid="+name+")", nil, nil)',
    "ldap",
  ],
  [
    '"github.com/go-ldap/ldap/v3"',
    'ldap.NewSearchRequest("dc=a", 2, 0, 0, 0, false, "(uid="+ldap.EscapeFilter(name)+")", nil, nil)',
    "",
  ],
  ['"github.com/antchfx/xmlquery"', 'xmlquery.Find(doc, "//a[@b=\'"+name+"\']")', "xpath"],
  ['"encoding/xml"', "xml.Unmarshal([]byte(name), &v)", ""],
  [
    '"net/smtp"',
    'smtp.SendMail("h", nil, "a", to, []byte("Subject: "+name+"\\r\\n\\r\\nHello"))',
    "header",
  ],
  [
    '"net/smtp"',
    'smtp.SendMail("h", nil, "a", to, []byte("Subject: Hi\\r\\n\\r\\n"+name))',
    "",
  ],
  ['"os"', 'f, _ := os.OpenFile("a.log", 0, 0)\n\tf.WriteString("by " + name + "\\n")', "log"],
  [
    '"os"',
    'f, _ := os.OpenFile("a.log", 0, 0)\n\tf.WriteString(fmt.Sprintf("by %q\\n", name))',
    "",
  ],
];

for (const [imports, statements, kinds] of CASES) {
  Deno.test(`go: ${statements}`, async () => {
    const found = (await flowsIn({ "main.go": handler(imports, statements) }))
      .map((flow) => flow.replace(/^proven (\w+) \d+$/, "$1"));
    assert.deepEqual([...new Set(found)].sort(), kinds === "" ? [] : kinds.split(" "));
  });
}
