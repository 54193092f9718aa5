// Go: a tool's argument on its way from one package of a module to another.

import { checkFlows } from "./_flows.ts";

const MOD = "module example.com/srv\n\ngo 1.24\n";

/** A server that gives a tool's argument to what it imports. */
function server(imports: string, call: string): string {
  return `package main
import ("context"; "github.com/mark3labs/mcp-go/mcp"; ${imports})
func handle(ctx context.Context, r mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	name, _ := r.RequireString("name")
	${call}
	return nil, nil
}
func main() { s.AddTool(mcp.NewTool("t"), handle) }
`;
}

/** A file of the package `sink`; what `code` begins with stands in line 3. */
function sink(code: string): string {
  return `package sink\nimport "os/exec"\n${code}\n`;
}

const SHELL = 'exec.Command("sh", "-c", c).Run()';
const FOUND = ["proven shell sink/sink.go:3"];

/** A package whose handler ends in a shell; the sink stands in line 5. */
function handlers(before: string, receiver: string): string {
  return `package handlers
import ("context"; "os/exec"; "github.com/mark3labs/mcp-go/mcp")
${before}
func ${receiver}HandleX(ctx context.Context, r mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	exec.Command("sh", "-c", r.GetString("x", "")).Run()
	return nil, nil
}
`;
}

const HANDLED = ["proven shell handlers/handlers.go:5"];

function registering(imports: string, lines: string): string {
  return `package main
import ("github.com/mark3labs/mcp-go/mcp"; ${imports})
func main() {
	${lines}
}
`;
}

checkFlows("imports of Go", {
  "a function of another package": [{
    "go.mod": MOD,
    "main.go": server('"example.com/srv/sink"', "sink.Run(name)"),
    "sink/sink.go": sink(`func Run(c string) { ${SHELL} }`),
  }, FOUND],
  "a package by another name": [{
    "go.mod": MOD,
    "main.go": server('to "example.com/srv/sink"', "to.Run(name)"),
    "sink/sink.go": sink(`func Run(c string) { ${SHELL} }`),
  }, FOUND],
  "a package whose name is not its folder's": [{
    "go.mod": MOD,
    "main.go": server('"example.com/srv/go-sink.v2"', "sink.Run(name)"),
    "go-sink.v2/sink.go": sink(`func Run(c string) { ${SHELL} }`),
  }, ["proven shell go-sink.v2/sink.go:3"]],
  "a package whose name has nothing of its folder's": [{
    "go.mod": MOD,
    "main.go": server('"example.com/srv/lib"', "sink.Run(name)"),
    "lib/sink.go": sink(`func Run(c string) { ${SHELL} }`),
  }, ["proven shell lib/sink.go:3"]],
  "all names of a package": [{
    "go.mod": MOD,
    "main.go": server('. "example.com/srv/sink"', "Run(name)"),
    "sink/sink.go": sink(`func Run(c string) { ${SHELL} }`),
  }, FOUND],
  "the root package": [{
    "go.mod": MOD,
    "sink.go": `package srv\nimport "os/exec"\nfunc Run(c string) { ${SHELL} }\n`,
    "cmd/main.go": server('"example.com/srv"', "srv.Run(name)"),
  }, ["proven shell sink.go:3"]],
  "a package of another module": [{
    "main.go": server('"example.com/srv/sink"', "sink.Run(name)"),
    "sink/sink.go": sink(`func Run(c string) { ${SHELL} }`),
  }, ["likely shell sink/sink.go:3"]],
  "files of one package": [{
    "main.go": server('"fmt"', "run(name)"),
    "run.go": `package main\nimport "os/exec"\nfunc run(c string) { ${SHELL} }\n`,
  }, ["proven shell run.go:3"]],
  "a method of a type of another package": [{
    "go.mod": MOD,
    "main.go": server('"example.com/srv/sink"', 'h := &sink.Runner{Name: "x"}\n\th.Run(name)'),
    "sink/sink.go": sink(
      `func (r *Runner) Run(c string) { ${SHELL} }\ntype Runner struct { Name string }`,
    ),
  }, FOUND],
  "a method of a value that a function made": [{
    "go.mod": MOD,
    "main.go": server('"example.com/srv/sink"', "sink.New().Run(name)"),
    "sink/sink.go": sink(
      `func (r *Runner) Run(c string) { ${SHELL} }\ntype Runner struct {}\nfunc New() *Runner { return &Runner{} }`,
    ),
  }, FOUND],
  "a method of a value that a function made, with an error": [{
    "go.mod": MOD,
    "main.go": server('"example.com/srv/sink"', "r, err := sink.New()\n\tr.Run(name)\n\t_ = err"),
    "sink/sink.go": sink(
      `func (r *Runner) Run(c string) { ${SHELL} }\ntype Runner struct {}\nfunc New() (*Runner, error) { return &Runner{}, nil }`,
    ),
  }, FOUND],
  "a method of a zero value": [{
    "go.mod": MOD,
    "main.go": server('"example.com/srv/sink"', "var r sink.Runner\n\tr.Run(name)"),
    "sink/sink.go": sink(
      `func (r Runner) Run(c string) { ${SHELL} }\ntype Runner struct {}`,
    ),
  }, FOUND],
  "a method of a parameter": [{
    "go.mod": MOD,
    "main.go": server(
      '"example.com/srv/sink"',
      "with(&sink.Runner{}, name)",
    ) + "func with(r *sink.Runner, c string) { r.Run(c) }\n",
    "sink/sink.go": sink(
      `func (r *Runner) Run(c string) { ${SHELL} }\ntype Runner struct {}`,
    ),
  }, FOUND],
  "a method of a field": [{
    "go.mod": MOD,
    "main.go": server(
      '"example.com/srv/sink"',
      "a := &app{runner: sink.New()}\n\ta.runner.Run(name)",
    ) + "type app struct { runner *sink.Runner }\n",
    "sink/sink.go": sink(
      `func (r *Runner) Run(c string) { ${SHELL} }\ntype Runner struct {}\nfunc New() *Runner { return &Runner{} }`,
    ),
  }, FOUND],
  "a method in one file, the type in another": [{
    "go.mod": MOD,
    "main.go": server('"example.com/srv/sink"', "sink.New().Run(name)"),
    "sink/a.go":
      `package sink\nimport "os/exec"\nfunc (r *Runner) Run(c string) { r.do(c) }\nfunc (r *Runner) do(c string) { ${SHELL} }\n`,
    "sink/b.go": "package sink\nfunc New() *Runner { return &Runner{} }\n",
    "sink/c.go": "package sink\ntype Runner struct { Name string }\n",
  }, ["proven shell sink/a.go:4"]],
  "a method of an embedded type": [{
    "go.mod": MOD,
    "main.go": server('"example.com/srv/sink"', "a := &app{}\n\ta.Run(name)") +
      "type app struct { *sink.Runner }\n",
    "sink/sink.go": sink(
      `func (r *Runner) Run(c string) { ${SHELL} }\ntype Runner struct {}`,
    ),
  }, FOUND],
  "a variable of another package": [{
    "go.mod": MOD,
    "main.go": server('"example.com/srv/sink"', "sink.Default.Run(name)"),
    "sink/sink.go": sink(
      `func (r *Runner) Run(c string) { ${SHELL} }\ntype Runner struct {}\nvar Default = &Runner{}`,
    ),
  }, FOUND],
  "a function in a variable of another package": [{
    "go.mod": MOD,
    "main.go": server('"example.com/srv/sink"', "sink.Run(name)"),
    "sink/sink.go": sink(`var Run = func(c string) { ${SHELL} }`),
  }, FOUND],
  "a handler of another package": [{
    "go.mod": MOD,
    "main.go": registering('"example.com/srv/handlers"', "s.AddTool(tool, handlers.HandleX)"),
    "handlers/handlers.go": handlers("", ""),
  }, HANDLED],
  "a handler of a made object": [{
    "go.mod": MOD,
    "main.go": registering(
      '"example.com/srv/handlers"',
      "h := handlers.NewHandler(db)\n\ts.AddTool(tool, h.HandleX)",
    ),
    "handlers/handlers.go": handlers(
      "type Handler struct { db *DB }; func NewHandler(db *DB) *Handler { return &Handler{db: db} }",
      "(h *Handler) ",
    ),
  }, HANDLED],
  "a handler of an object made elsewhere": [{
    "go.mod": MOD,
    "main.go": registering(
      '"example.com/srv/handlers"; "example.com/srv/app"',
      "a := app.New()\n\ts.AddTool(tool, a.Handlers.HandleX)",
    ),
    "app/app.go":
      'package app\nimport "example.com/srv/handlers"\ntype App struct { Handlers *handlers.Handler }\nfunc New() *App { return &App{Handlers: handlers.NewHandler()} }\n',
    "handlers/handlers.go": handlers(
      "type Handler struct {}; func NewHandler() *Handler { return &Handler{} }",
      "(h *Handler) ",
    ),
  }, HANDLED],
  "a handler of a parameter": [{
    "go.mod": MOD,
    "main.go": registering('"example.com/srv/handlers"', "register(s, handlers.NewHandler())") +
      "func register(s *S, h *handlers.Handler) { s.AddTool(tool, h.HandleX) }\n",
    "handlers/handlers.go": handlers(
      "type Handler struct {}; func NewHandler() *Handler { return &Handler{} }",
      "(h *Handler) ",
    ),
  }, HANDLED],
  "a handler that a function makes": [{
    "go.mod": MOD,
    "main.go": registering('"example.com/srv/handlers"', "s.AddTool(handlers.X(client))"),
    "handlers/handlers.go":
      'package handlers\nimport ("context"; "os/exec"; "github.com/mark3labs/mcp-go/mcp"; "github.com/mark3labs/mcp-go/server")\nfunc X(c *C) (mcp.Tool, server.ToolHandlerFunc) {\n\treturn mcp.NewTool("x"), func(ctx context.Context, r mcp.CallToolRequest) (*mcp.CallToolResult, error) {\n\t\texec.Command("sh", "-c", r.GetString("x", "")).Run()\n\t\treturn nil, nil\n\t}\n}\n',
  }, HANDLED],
  "a package that registers": [{
    "go.mod": MOD,
    "main.go": registering('"example.com/srv/handlers"', "handlers.Register(s)"),
    "handlers/handlers.go": handlers("func Register(s *S) { s.AddTool(tool, HandleX) }", ""),
  }, HANDLED],
  "a type of arguments of another package": [{
    "go.mod": MOD,
    "main.go": `package main
import ("os/exec"; "example.com/srv/api"; "github.com/modelcontextprotocol/go-sdk/mcp")
func run(ctx context.Context, r *mcp.CallToolRequest, in api.Input) (*mcp.CallToolResult, any, error) {
	exec.Command("sh", "-c", in.Text).Run()
	exec.Command("sh", "-c", fmt.Sprint(in.Count)).Run()
	return nil, nil, nil
}
func main() { mcp.AddTool(server, &mcp.Tool{Name: "x"}, run) }
`,
    "api/api.go": "package api\ntype Input struct { Text string; Count int }\n",
  }, ["proven shell main.go:4"]],
});
