// The expression has no end.
package main

import (
	"context"
	"errors"
	"os/exec"
	"regexp"

	"github.com/modelcontextprotocol/go-sdk/mcp"
)

var hostName = regexp.MustCompile(`^[a-z0-9.]+`)

type pingInput struct {
	Host string `json:"host"`
}

func ping(ctx context.Context, req *mcp.CallToolRequest, in pingInput) (*mcp.CallToolResult, any, error) {
	if !hostName.MatchString(in.Host) {
		return nil, nil, errors.New("not a host")
	}
	out, err := exec.CommandContext(ctx, "sh", "-c", "ping -c 1 "+in.Host).Output() // expect: proven shell
	return nil, string(out), err
}

func register(server *mcp.Server) {
	mcp.AddTool(server, &mcp.Tool{Name: "ping"}, ping)
}
