// Two keys of a map: one holds what was sent, the other does not.
package main

import (
	"context"
	"os/exec"

	"github.com/modelcontextprotocol/go-sdk/mcp"
)

type input struct {
	Label string `json:"label"`
}

func run(ctx context.Context, req *mcp.CallToolRequest, in input) (*mcp.CallToolResult, any, error) {
	lines := map[string]string{"sent": "echo " + in.Label, "fixed": "uptime"}
	exec.Command("sh", "-c", lines["fixed"]).Run()
	err := exec.Command("sh", "-c", lines["sent"]).Run() // expect: proven shell
	return nil, nil, err
}

func register(server *mcp.Server) {
	mcp.AddTool(server, &mcp.Tool{Name: "run"}, run)
}
