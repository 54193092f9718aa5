// Go: how a value gets from a tool's argument to a sink, and what keeps it from harm.

import assert from "node:assert/strict";
import { flowsIn } from "./_flows.ts";

const HEAD = `package main
import ("context"; "fmt"; "net/http"; "os"; "os/exec"; "path/filepath"; "strings"; "github.com/mark3labs/mcp-go/mcp")
`;

/** The body of a handler in which \`name\` is what the model sent; its first line is 5. */
function body(lines: string): string {
  return `${HEAD}func handle(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	name, _ := request.RequireString("name")
${lines}
	return nil, nil
}
func start(s *Server) { s.AddTool(mcp.NewTool("t"), handle) }
`;
}

const CASES: readonly [name: string, code: string, expected: readonly string[]][] = [
  ["a shell", body('exec.Command("sh", "-c", "ls "+name)'), ["proven shell 5"]],
  ["a shell by Sprintf", body('exec.Command("bash", "-c", fmt.Sprintf("ls %s", name))'), [
    "proven shell 5",
  ]],
  ["an argument", body('exec.Command("git", "log", name)'), ["proven argument 5"]],
  ["behind two dashes", body('exec.Command("git", "log", "--", name)'), []],
  ["a program", body("exec.Command(name)"), ["proven program 5"]],
  ["a file", body("os.ReadFile(name)"), ["proven path 5"]],
  ["a joined path", body('os.ReadFile(filepath.Join("/srv", name))'), ["proven path 5"]],
  [
    "a local path",
    body(
      'if !filepath.IsLocal(name) {\n\treturn nil, nil\n}\nos.ReadFile(filepath.Join("/srv", name))',
    ),
    [],
  ],
  [
    "a prefix with a separator",
    body(
      'p := filepath.Clean(filepath.Join("/srv", name))\nif !strings.HasPrefix(p, "/srv/") {\n\treturn nil, nil\n}\nos.ReadFile(p)',
    ),
    [],
  ],
  [
    "a prefix without one",
    body(
      'p := filepath.Clean(filepath.Join("/srv", name))\nif !strings.HasPrefix(p, "/srv") {\n\treturn nil, nil\n}\nos.ReadFile(p)',
    ),
    ["proven path 9"],
  ],
  ["a URL", body("http.Get(name)"), ["proven url 5"]],
  ["a path behind a host", body('http.Get("https://a.example/" + name)'), []],
  ["SQL", body('db.Query("SELECT * FROM t WHERE a = \'" + name + "\'")'), ["proven sql 5"]],
  ["SQL with parameters", body('db.Query("SELECT * FROM t WHERE a = ?", name)'), []],
  [
    "a helper",
    `${body("run(name)")}func run(c string) {\n\texec.Command("sh", "-c", c).Run()\n}\n`,
    ["proven shell 10"],
  ],
  ["equality", body('if name == "a" {\n\texec.Command("sh", "-c", name)\n}'), []],
  ["inequality", body('if name != "a" {\n\texec.Command("sh", "-c", name)\n}'), ["proven shell 6"]],
];

for (const [name, code, expected] of CASES) {
  Deno.test(`go: ${name}${expected.length > 0 ? "" : ", which is safe"}`, async () => {
    assert.deepEqual(await flowsIn({ "main.go": code }), expected);
  });
}
