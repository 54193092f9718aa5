// What Rel says is thrown away but for its error, and dots are no error.
package main

import (
	"context"
	"os"
	"path/filepath"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

func remove(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	target := filepath.Join("/srv/files", request.GetString("path", ""))
	if _, err := filepath.Rel("/srv/files", target); err != nil {
		return mcp.NewToolResultError("outside"), nil
	}
	if err := os.RemoveAll(target); err != nil { // expect: proven path
		return nil, err
	}
	return mcp.NewToolResultText("removed"), nil
}

func register(s *server.MCPServer) {
	s.AddTool(mcp.NewTool("remove"), remove)
}
