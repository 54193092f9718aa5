// A function within the handler uses what lies around it.
package main

import (
	"context"
	"os/exec"
	"time"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

func retry(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	command, err := request.RequireString("command")
	if err != nil {
		return nil, err
	}
	attempt := func() error {
		return exec.CommandContext(ctx, "sh", "-c", command).Run() // expect: proven shell
	}
	for i := 0; i < 3; i++ {
		if err = attempt(); err == nil {
			break
		}
		time.Sleep(time.Second)
	}
	return mcp.NewToolResultText("done"), err
}

func register(s *server.MCPServer) {
	s.AddTool(mcp.NewTool("retry"), retry)
}
