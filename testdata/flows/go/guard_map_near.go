// The map is asked, and its answer is not heeded.
package main

import (
	"context"
	"fmt"
	"os/exec"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

var services = map[string]bool{"web": true, "db": true}

func restart(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	service := request.GetString("service", "")
	known := services[service]
	line := fmt.Sprintf("systemctl restart %s", service)
	out, err := exec.CommandContext(ctx, "sh", "-c", line).CombinedOutput() // expect: proven shell
	if err != nil && known {
		return nil, err
	}
	return mcp.NewToolResultText(string(out)), nil
}

func register(s *server.MCPServer) {
	s.AddTool(mcp.NewTool("restart"), restart)
}
