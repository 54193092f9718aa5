// A typed handler gets its arguments as a struct.
package main

import (
	"context"
	"os"
	"path/filepath"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

type renameArgs struct {
	From string `json:"from"`
	To   string `json:"to"`
}

func rename(ctx context.Context, request mcp.CallToolRequest, args renameArgs) (*mcp.CallToolResult, error) {
	if err := os.Rename(filepath.Join("/srv", filepath.Base(args.From)), args.To); err != nil { // expect: proven path
		return nil, err
	}
	return mcp.NewToolResultText("renamed"), nil
}

func main() {
	s := server.NewMCPServer("files", "1.0.0")
	s.AddTool(mcp.NewTool("rename"), mcp.NewTypedToolHandler(rename))
	server.ServeStdio(s)
}
