// A function gives the tool and its handler together.
package main

import (
	"context"
	"os/exec"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

func searchTool(index string) (mcp.Tool, server.ToolHandlerFunc) {
	tool := mcp.NewTool("search", mcp.WithString("words"))
	return tool, func(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
		words, err := request.RequireString("words")
		if err != nil {
			return mcp.NewToolResultError(err.Error()), nil
		}
		out, err := exec.Command("sh", "-c", "grep "+words+" "+index).Output() // expect: proven shell
		return mcp.NewToolResultText(string(out)), err
	}
}

func main() {
	s := server.NewMCPServer("search", "1.0.0")
	s.AddTool(searchTool("index.txt"))
	server.ServeStdio(s)
}
