// Go.

import type { Deed, Language, Part, Shape } from "./matrix.ts";

const MARK = '"github.com/mark3labs/mcp-go/mcp"\n\t"github.com/mark3labs/mcp-go/server"';
const SDK = '"github.com/modelcontextprotocol/go-sdk/mcp"';

function shape(name: string, imports: string, text: string): Shape {
  return {
    name,
    files: { "main.go": `package main\n\nimport (\n\t${imports}\n\tIMPORTS\n)\n\n${text}` },
  };
}

const SHAPES: readonly Shape[] = [
  shape(
    "AddTool with RequireString",
    `"context"\n\t${MARK}`,
    `func handle(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	value, err := request.RequireString("value")
	if err != nil {
		return mcp.NewToolResultError(err.Error()), nil
	}
	BODY
	return mcp.NewToolResultText("done"), nil
}

func main() {
	s := server.NewMCPServer("s", "1.0.0")
	s.AddTool(mcp.NewTool("t", mcp.WithString("value")), handle)
	server.ServeStdio(s)
}
`,
  ),
  shape(
    "AddTool with a closure and GetArguments",
    `"context"\n\t${MARK}`,
    `func main() {
	s := server.NewMCPServer("s", "1.0.0")
	tool := mcp.NewTool("t", mcp.WithString("value"))
	s.AddTool(tool, func(ctx context.Context, req mcp.CallToolRequest) (*mcp.CallToolResult, error) {
		value, ok := req.GetArguments()["value"].(string)
		if !ok {
			return mcp.NewToolResultError("Expected a value"), nil
		}
		BODY
		return mcp.NewToolResultText("done"), nil
	})
	server.ServeStdio(s)
}
`,
  ),
  shape(
    "BindArguments",
    `"context"\n\t${MARK}`,
    `type Input struct {
	Value string \`json:"value"\`
	Count int    \`json:"count"\`
}

func handle(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	var input Input
	if err := request.BindArguments(&input); err != nil {
		return nil, err
	}
	value := input.Value
	BODY
	return mcp.NewToolResultText("done"), nil
}

func main() {
	s := server.NewMCPServer("s", "1.0.0")
	s.AddTool(mcp.NewTool("t"), handle)
	server.ServeStdio(s)
}
`,
  ),
  shape(
    "a typed handler",
    `"context"\n\t${MARK}`,
    `type Input struct {
	Value string \`json:"value"\`
}

func handle(ctx context.Context, request mcp.CallToolRequest, input Input) (*mcp.CallToolResult, error) {
	value := input.Value
	BODY
	return mcp.NewToolResultText("done"), nil
}

func main() {
	s := server.NewMCPServer("s", "1.0.0")
	s.AddTool(mcp.NewTool("t"), mcp.NewTypedToolHandler(handle))
	server.ServeStdio(s)
}
`,
  ),
  shape(
    "the official SDK",
    `"context"\n\t${SDK}`,
    `type Input struct {
	Value string \`json:"value" jsonschema:"the value"\`
}

func handle(ctx context.Context, req *mcp.CallToolRequest, input Input) (*mcp.CallToolResult, any, error) {
	value := input.Value
	BODY
	return &mcp.CallToolResult{}, nil, nil
}

func main() {
	server := mcp.NewServer(&mcp.Implementation{Name: "s", Version: "1.0.0"}, nil)
	mcp.AddTool(server, &mcp.Tool{Name: "t"}, handle)
	server.Run(context.Background(), &mcp.StdioTransport{})
}
`,
  ),
  shape(
    "a method of a struct",
    `"context"\n\t${MARK}`,
    `type Tools struct {
	name string
}

func NewTools(name string) *Tools {
	return &Tools{name: name}
}

func (t *Tools) Handle(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	value := request.GetString("value", "")
	BODY
	return mcp.NewToolResultText("done"), nil
}

func main() {
	tools := NewTools("s")
	s := server.NewMCPServer("s", "1.0.0")
	s.AddTool(mcp.NewTool("t"), tools.Handle)
	server.ServeStdio(s)
}
`,
  ),
  shape(
    "ServerTool",
    `"context"\n\t${MARK}`,
    `func handle(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	args := request.Params.Arguments.(map[string]any)
	value, _ := args["value"].(string)
	BODY
	return mcp.NewToolResultText("done"), nil
}

func main() {
	s := server.NewMCPServer("s", "1.0.0")
	s.AddTools(server.ServerTool{Tool: mcp.NewTool("t"), Handler: handle})
	server.ServeStdio(s)
}
`,
  ),
  shape(
    "a route",
    '"net/http"',
    `func handle(w http.ResponseWriter, r *http.Request) {
	value := r.URL.Query().Get("value")
	BODY
	w.WriteHeader(http.StatusNoContent)
}

func main() {
	http.HandleFunc("/t", handle)
	http.ListenAndServe(":8080", nil)
}
`,
  ),
];

const part = (imports: string, body: string): Part => ({ imports, body });
const DB = '"database/sql"';
const HTTP = '"net/http"';

const DEEDS: readonly Deed[] = [
  {
    name: "a shell",
    kind: "shell",
    vulnerable: part('"os/exec"', 'exec.Command("sh", "-c", "ls "+value).Run()'),
    hardened: part('"os/exec"', 'exec.Command("ls", "--", value).Run()'),
  },
  {
    name: "a program",
    kind: "program",
    vulnerable: part('"os/exec"', "exec.Command(value).Run()"),
    hardened: part(
      '"os/exec"',
      `
switch value {
case "uptime", "df":
	exec.Command(value).Run()
}
`,
    ),
  },
  {
    name: "an argument",
    kind: "argument",
    vulnerable: part('"os/exec"', 'exec.Command("git", "log", value).Run()'),
    hardened: part('"os/exec"', 'exec.Command("git", "log", "--", value).Run()'),
  },
  {
    name: "a file that is read",
    kind: "path",
    vulnerable: part('"os"\n"path/filepath"', 'os.ReadFile(filepath.Join("/srv", value))'),
    hardened: part(
      '"os"\n"path/filepath"',
      `
if filepath.IsLocal(value) {
	os.ReadFile(filepath.Join("/srv", value))
}
`,
    ),
  },
  {
    name: "a file that is removed",
    kind: "path",
    vulnerable: part('"os"', "os.Remove(value)"),
    hardened: part(
      '"os"\n"path/filepath"',
      'os.Remove(filepath.Join("/srv", filepath.Base(value)))',
    ),
  },
  {
    name: "a URL",
    kind: "url",
    vulnerable: part(HTTP, "http.Get(value)"),
    hardened: part(HTTP, 'http.Get("https://api.example.com/" + value)'),
  },
  {
    name: "SQL",
    kind: "sql",
    vulnerable: part(
      `${DB}\n"fmt"`,
      `
db, _ := sql.Open("sqlite", "/srv/notes.db")
db.Query(fmt.Sprintf("SELECT * FROM t WHERE a = '%s'", value))
`,
    ),
    hardened: part(
      DB,
      `
db, _ := sql.Open("sqlite", "/srv/notes.db")
db.Query("SELECT * FROM t WHERE a = ?", value)
`,
    ),
  },
  {
    name: "a template",
    kind: "template",
    vulnerable: part('"text/template"', 'template.New("t").Parse(value)'),
    hardened: part(
      '"text/template"\n"io"',
      `
t, _ := template.New("t").Parse("Hello {{.}}")
t.Execute(io.Discard, value)
`,
    ),
  },
  {
    name: "an interpreter",
    kind: "interpreter",
    vulnerable: part('"os/exec"', 'exec.Command("python3", "-c", value).Run()'),
    hardened: part(
      '"os/exec"',
      'exec.Command("python3", "-c", "import sys; print(sys.argv[1])", value).Run()',
    ),
  },
  {
    name: "a host",
    kind: "url",
    vulnerable: part(HTTP, 'http.Post("https://"+value+"/status", "text/plain", nil)'),
    hardened: part(
      `${HTTP}\n"net/url"`,
      `
target, err := url.Parse(value)
if err == nil && target.Host == "api.example.com" {
	http.Get(target.String())
}
`,
    ),
  },
];

export const GO: Language = { name: "go", shapes: SHAPES, deeds: DEEDS };
