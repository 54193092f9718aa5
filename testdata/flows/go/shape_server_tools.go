// A list of tools with their handlers.
package main

import (
	"context"
	"os"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

func remove(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	err := os.Remove(request.GetString("path", "")) // expect: proven path
	return mcp.NewToolResultText("removed"), err
}

func main() {
	s := server.NewMCPServer("files", "1.0.0")
	s.AddTools(server.ServerTool{Tool: mcp.NewTool("remove"), Handler: remove})
	server.ServeStdio(s)
}
