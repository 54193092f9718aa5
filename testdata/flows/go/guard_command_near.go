// A list of words, of which the caller gives the first.
package main

import (
	"context"
	"os/exec"

	"github.com/modelcontextprotocol/go-sdk/mcp"
)

type runInput struct {
	Program string   `json:"program"`
	Args    []string `json:"args"`
}

func run(ctx context.Context, req *mcp.CallToolRequest, in runInput) (*mcp.CallToolResult, any, error) {
	out, err := exec.CommandContext(ctx, in.Program, "--version").Output() // expect: proven program
	return nil, string(out), err
}

func register(server *mcp.Server) {
	mcp.AddTool(server, &mcp.Tool{Name: "run"}, run)
}
