// What is no number is put in as it came.
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
	sent := request.GetString("pid", "")
	line := "kill " + sent
	if pid, err := strconv.Atoi(sent); err == nil {
		line = fmt.Sprintf("kill %d", pid)
	}
	err := exec.Command("sh", "-c", line).Run() // expect: proven shell
	return mcp.NewToolResultText("stopped"), err
}

func register(s *server.MCPServer) {
	s.AddTool(mcp.NewTool("stop"), stop)
}
