// The official SDK: only a number of the arguments is used.
package main

import (
	"context"
	"fmt"
	"os/exec"

	"github.com/modelcontextprotocol/go-sdk/mcp"
)

type Input struct {
	Query string `json:"query"`
	Limit int    `json:"limit,omitempty"`
}

func head(ctx context.Context, req *mcp.CallToolRequest, input Input) (*mcp.CallToolResult, any, error) {
	line := fmt.Sprintf("head -n %d /srv/log.txt", input.Limit)
	out, err := exec.CommandContext(ctx, "bash", "-c", line).Output()
	return nil, string(out), err
}

func register(server *mcp.Server) {
	mcp.AddTool(server, &mcp.Tool{Name: "head"}, head)
}
