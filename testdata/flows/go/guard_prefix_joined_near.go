// A sibling folder, /srv/notes-private, begins with the same letters.
package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

const root = "/srv/notes"

func readNote(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	name, err := request.RequireString("name")
	if err != nil {
		return mcp.NewToolResultError(err.Error()), nil
	}
	path := filepath.Clean(filepath.Join(root, name))
	if !strings.HasPrefix(path, root) {
		return nil, errors.New("outside of the notes")
	}
	data, err := os.ReadFile(path) // expect: proven path
	if err != nil {
		return nil, err
	}
	return mcp.NewToolResultText(string(data)), nil
}

func main() {
	s := server.NewMCPServer("notes", "1.0.0")
	s.AddTool(mcp.NewTool("read_note", mcp.WithString("name", mcp.Required())), readNote)
	server.ServeStdio(s)
}
