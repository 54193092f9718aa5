// The default returns.
package main

import (
	"context"
	"os/exec"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

func compose(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	action := request.GetString("action", "ps")
	detached := ""
	switch action {
	case "up":
		detached = " -d"
	case "down", "ps":
	default:
		return mcp.NewToolResultError("unknown action"), nil
	}
	out, err := exec.Command("bash", "-c", "docker compose "+action+detached).Output()
	if err != nil {
		return nil, err
	}
	return mcp.NewToolResultText(string(out)), nil
}

func register(s *server.MCPServer) {
	s.AddTool(mcp.NewTool("compose"), compose)
}
