// What was sent is replaced before it is used.
package main

import (
	"context"
	"os/exec"

	"github.com/modelcontextprotocol/go-sdk/mcp"
)

type input struct {
	Line string `json:"line"`
}

func run(ctx context.Context, req *mcp.CallToolRequest, in input) (*mcp.CallToolResult, any, error) {
	line := in.Line
	size := len(line)
	line = "uptime"
	err := exec.Command("sh", "-c", line).Run()
	return nil, size, err
}

func register(server *mcp.Server) {
	mcp.AddTool(server, &mcp.Tool{Name: "run"}, run)
}
