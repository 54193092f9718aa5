// The folder is opened as a root, and the file past it.
package main

import (
	"context"
	"log"
	"os"
	"path/filepath"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

func handle(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	name, err := request.RequireString("name")
	if err != nil {
		return mcp.NewToolResultError(err.Error()), nil
	}
	root, err := os.OpenRoot("/srv/uploads")
	if err != nil {
		return nil, err
	}
	defer root.Close()
	file, err := os.Create(filepath.Join("/srv/uploads", name)) // expect: proven path
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return mcp.NewToolResultText("created"), nil
}

func main() {
	s := server.NewMCPServer("uploads", "1.0.0")
	s.AddTool(mcp.NewTool("upload", mcp.WithString("name", mcp.Required())), handle)
	if err := server.ServeStdio(s); err != nil {
		log.Fatal(err)
	}
}
