// The relative path is held against one name alone.
package main

import (
	"context"
	"log"
	"os"
	"path/filepath"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

const docs = "/srv/docs"

func handle(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	page, err := request.RequireString("page")
	if err != nil {
		return mcp.NewToolResultError(err.Error()), nil
	}
	full, err := filepath.Abs(filepath.Join(docs, page))
	if err != nil {
		return nil, err
	}
	rel, err := filepath.Rel(docs, full)
	if err != nil || rel == "secret" {
		return mcp.NewToolResultError("outside"), nil
	}
	text, err := os.ReadFile(full) // expect: proven path
	if err != nil {
		return nil, err
	}
	return mcp.NewToolResultText(string(text)), nil
}

func main() {
	s := server.NewMCPServer("docs", "1.0.0")
	s.AddTool(mcp.NewTool("doc", mcp.WithString("page", mcp.Required())), handle)
	if err := server.ServeStdio(s); err != nil {
		log.Fatal(err)
	}
}
