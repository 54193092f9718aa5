// The arguments are bound to a structure.
package main

import (
	"context"
	"os"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

type writeArgs struct {
	Path    string `json:"path"`
	Content string `json:"content"`
	Mode    int    `json:"mode"`
}

func write(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	var args writeArgs
	if err := request.BindArguments(&args); err != nil {
		return mcp.NewToolResultError(err.Error()), nil
	}
	if err := os.WriteFile(args.Path, []byte(args.Content), os.FileMode(args.Mode)); err != nil { // expect: proven path
		return nil, err
	}
	return mcp.NewToolResultText("written"), nil
}

func register(s *server.MCPServer) {
	s.AddTool(mcp.NewTool("write"), write)
}
