// The older field of the request, in a closure.
package main

import (
	"context"
	"os"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

func main() {
	s := server.NewMCPServer("files", "1.0.0")
	tool := mcp.NewTool("read_file", mcp.WithDescription("Reads a file"), mcp.WithString("path"))
	s.AddTool(tool, func(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
		path := request.Params.Arguments["path"].(string)
		data, err := os.ReadFile(path) // expect: proven path
		if err != nil {
			return mcp.NewToolResultErrorFromErr("not read", err), nil
		}
		return mcp.NewToolResultText(string(data)), nil
	})
	server.ServeStdio(s)
}
