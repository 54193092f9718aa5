// The arguments of older versions, and a number among them.
package main

import (
	"context"
	"fmt"
	"os/exec"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

func show(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	args := request.Params.Arguments
	count, _ := args["count"].(float64)
	file, _ := args["file"].(string)
	exec.Command("sh", "-c", fmt.Sprintf("tail -n %d app.txt", int(count))).Run()
	exec.Command("sh", "-c", fmt.Sprintf("tail %s", file)).Run() // expect: proven shell
	return mcp.NewToolResultText("done"), nil
}

func register(s *server.MCPServer) {
	s.AddTool(mcp.NewTool("show"), show)
}
