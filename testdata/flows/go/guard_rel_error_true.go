// What Rel says is looked at: it neither is nor begins with two dots.
package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

func remove(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	target := filepath.Join("/srv/files", request.GetString("path", ""))
	rel, err := filepath.Rel("/srv/files", target)
	if err != nil || rel == ".." || strings.HasPrefix(rel, "../") {
		return mcp.NewToolResultError("outside"), nil
	}
	if err := os.RemoveAll(target); err != nil {
		return nil, err
	}
	return mcp.NewToolResultText("removed"), nil
}

func register(s *server.MCPServer) {
	s.AddTool(mcp.NewTool("remove"), remove)
}
