// A function of the program's own wraps the handler.
package main

import (
	"context"
	"log"
	"os"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

func logged(next server.ToolHandlerFunc) server.ToolHandlerFunc {
	return func(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
		log.Printf("tool called")
		return next(ctx, request)
	}
}

func erase(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	if err := os.RemoveAll(request.GetString("folder", "")); err != nil { // expect: proven path
		return nil, err
	}
	return mcp.NewToolResultText("erased"), nil
}

func main() {
	s := server.NewMCPServer("files", "1.0.0")
	s.AddTool(mcp.NewTool("erase"), logged(erase))
	log.Fatal(server.ServeStdio(s))
}
