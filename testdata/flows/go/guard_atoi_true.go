// What is no number is refused.
package main

import (
	"context"
	"fmt"
	"os/exec"
	"strconv"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

func stop(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	pid, err := strconv.Atoi(request.GetString("pid", ""))
	if err != nil {
		return nil, err
	}
	line := fmt.Sprintf("kill %d", pid)
	err = exec.Command("sh", "-c", line).Run()
	return mcp.NewToolResultText("stopped"), err
}

func register(s *server.MCPServer) {
	s.AddTool(mcp.NewTool("stop"), stop)
}
