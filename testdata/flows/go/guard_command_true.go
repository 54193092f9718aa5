// A list of words, of which the server gives all but what stands behind two dashes.
package main

import (
	"context"
	"os/exec"

	"github.com/modelcontextprotocol/go-sdk/mcp"
)

type runInput struct {
	File string `json:"file"`
}

func run(ctx context.Context, req *mcp.CallToolRequest, in runInput) (*mcp.CallToolResult, any, error) {
	out, err := exec.CommandContext(ctx, "wc", "-l", "--", in.File).Output()
	return nil, string(out), err
}

func register(server *mcp.Server) {
	mcp.AddTool(server, &mcp.Tool{Name: "run"}, run)
}
