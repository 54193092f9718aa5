// Only numbers and truth values are taken out of the arguments.
package main

import (
	"context"
	"fmt"
	"os/exec"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

func show(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	count := request.GetInt("count", 10)
	follow := request.GetBool("follow", false)
	line := fmt.Sprintf("tail -n %d app.txt # %t", count, follow)
	exec.Command("sh", "-c", line).Run()
	return mcp.NewToolResultText("done"), nil
}

func register(s *server.MCPServer) {
	s.AddTool(mcp.NewTool("show"), show)
}
