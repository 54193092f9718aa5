// A method of a struct is the handler; it is made by a function.
package main

import (
	"context"
	"os"
	"path/filepath"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

type tools struct {
	folder string
}

func newTools(folder string) *tools {
	return &tools{folder: folder}
}

func (t *tools) remove(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	name, err := request.RequireString("name")
	if err != nil {
		return nil, err
	}
	if err := os.RemoveAll(filepath.Join(t.folder, name)); err != nil { // expect: proven path
		return nil, err
	}
	return mcp.NewToolResultText("removed"), nil
}

func main() {
	t := newTools("/srv")
	s := server.NewMCPServer("files", "1.0.0")
	s.AddTool(mcp.NewTool("remove"), t.remove)
	server.ServeStdio(s)
}
