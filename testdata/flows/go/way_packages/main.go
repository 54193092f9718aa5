// One package in two files: the handler in one, the helper in another.
package main

import (
	"context"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

func main() {
	s := server.NewMCPServer("files", "1.0.0")
	s.AddTool(mcp.NewTool("save"), func(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
		store := newStore("/srv")
		err := store.save(request.GetString("name", ""), request.GetString("text", ""))
		return mcp.NewToolResultText("saved"), err
	})
	server.ServeStdio(s)
}
