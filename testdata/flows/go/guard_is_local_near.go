// A path that is not absolute may still climb.
package main

import (
	"context"
	"io"
	"log"
	"os"
	"path/filepath"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

func handle(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	path, err := request.RequireString("path")
	if err != nil {
		return mcp.NewToolResultError(err.Error()), nil
	}
	if filepath.IsAbs(path) {
		return mcp.NewToolResultError("bad path"), nil
	}
	file, err := os.Open(filepath.Join("/srv/assets", path)) // expect: proven path
	if err != nil {
		return nil, err
	}
	defer file.Close()
	data, err := io.ReadAll(file)
	return mcp.NewToolResultText(string(data)), err
}

func main() {
	s := server.NewMCPServer("assets", "1.0.0")
	s.AddTool(mcp.NewTool("asset", mcp.WithString("path", mcp.Required())), handle)
	if err := server.ServeStdio(s); err != nil {
		log.Fatal(err)
	}
}
