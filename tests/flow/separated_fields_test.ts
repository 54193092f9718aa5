// A path is held to folders that stand in a field: with a separator at the end of each it is inside.

import { checkFlows } from "./_flows.ts";

/** `making` is what the constructor does with `dirs`; the sink stands in line 22. */
function go(making: string, more = ""): string {
  return `package main
import ("context"; "os"; "path/filepath"; "strings"; "github.com/mark3labs/mcp-go/mcp")
type H struct { roots []string }
func New(dirs []string) *H { ${making} }
func (h *H) inside(path string) bool {
	full, err := filepath.Abs(path)
	if err != nil {
		return false
	}
	for _, root := range h.roots {
		if strings.HasPrefix(full, root) {
			return true
		}
	}
	return false
}
func (h *H) handle(ctx context.Context, r mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	name, _ := r.RequireString("name")
	real, err := filepath.EvalSymlinks(name)
	if err != nil || !h.inside(real) { return nil, err }
	h.log()
	os.ReadFile(real)
	return nil, nil
}
func (h *H) log() {}
${more}
func main() { s.AddTool(mcp.NewTool("t"), New(os.Args[1:]).handle) }
`;
}

const EACH = "roots := make([]string, 0); for _, d := range dirs { roots = append(roots, ";

/** The sink stands in line 8. */
function script(value: string, holds = "real.startsWith(this.root)"): string {
  return `import * as fs from "node:fs";
import * as path from "node:path";
class Tools {
  constructor(dir, dirs) { this.root = ${value}; }
  read(name) {
    const real = fs.realpathSync(path.resolve(name));
    if (!${holds}) throw new Error("outside");
    return fs.readFileSync(real);
  }
}
const tools = new Tools(process.argv[2]);
server.tool("t", {}, async ({ name }) => tools.read(name));
`;
}

checkFlows("folders in a field", {
  "with a separator each": [{
    "main.go": go(
      `${EACH}filepath.Clean(d)+string(filepath.Separator)) }; return &H{roots: roots}`,
    ),
  }, []],
  "with a slash each": [{
    "main.go": go(`${EACH}d + "/") }; return &H{roots: roots}`),
  }, []],
  "with a slash each, put in one by one": [{
    "main.go": go(
      'h := &H{}; for _, d := range dirs { h.roots = append(h.roots, d+"/") }; return h',
    ),
  }, []],
  "as they were given": [{
    "main.go": go("return &H{roots: dirs}"),
  }, ["proven path 22"]],
  "without a separator": [{
    "main.go": go(`${EACH}filepath.Clean(d)) }; return &H{roots: roots}`),
  }, ["proven path 22"]],
  "one of which is without": [{
    "main.go": go(
      `${EACH}d + "/") }; return &H{roots: roots}`,
      "func (h *H) Add(d string) { h.roots = append(h.roots, d) }",
    ),
  }, ["proven path 22"]],
  "with a separator that is taken off again": [{
    "main.go": go(`${EACH}filepath.Clean(d + "/")) }; return &H{roots: roots}`),
  }, ["proven path 22"]],
  "that a script makes with a separator each": [{
    "main.js": script("path.resolve(dir) + path.sep"),
  }, []],
  "that a script makes without": [{
    "main.js": script("path.resolve(dir)"),
  }, ["proven path 8"]],
  "that a script makes with a separator each, of which one holds it": [{
    "main.js": script(
      "dirs.map((dir) => path.resolve(dir) + path.sep)",
      "this.root.some((root) => real.startsWith(root))",
    ),
  }, []],
  "that a script makes without, of which one holds it": [{
    "main.js": script(
      "dirs.map((dir) => path.resolve(dir))",
      "this.root.some((root) => real.startsWith(root))",
    ),
  }, ["proven path 8"]],
});
