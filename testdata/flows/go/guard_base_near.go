// The folder of the path is kept, and its last part thrown away.
package main

import (
	"context"
	"os"
	"path/filepath"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

func list(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	folder := filepath.Dir(request.GetString("path", ""))
	_, err := os.ReadDir(filepath.Join("/srv", folder)) // expect: proven path
	return mcp.NewToolResultText("listed"), err
}

func register(s *server.MCPServer) {
	s.AddTool(mcp.NewTool("list"), list)
}
