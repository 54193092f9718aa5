// What the table does not know stays as it was sent.
package main

import (
	"context"
	"log"
	"os/exec"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

var machines = map[string]string{"staging": "s1", "production": "p1"}

func handle(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	target, err := request.RequireString("target")
	if err != nil {
		return mcp.NewToolResultError(err.Error()), nil
	}
	machine, ok := machines[target]
	if !ok {
		machine = target
	}
	out, err := exec.Command("bash", "-c", "rsync -a build/ "+machine+":/srv/app").Output() // expect: proven shell
	return mcp.NewToolResultText(string(out)), err
}

func main() {
	s := server.NewMCPServer("deploy", "1.0.0")
	s.AddTool(mcp.NewTool("deploy", mcp.WithString("target", mcp.Required())), handle)
	if err := server.ServeStdio(s); err != nil {
		log.Fatal(err)
	}
}
