// Dots are refused, and what is left is joined below a folder.
package main

import (
	"context"
	"log"
	"os"
	"path/filepath"
	"strings"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

func handle(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	file, err := request.RequireString("file")
	if err != nil {
		return mcp.NewToolResultError(err.Error()), nil
	}
	if strings.Contains(file, "..") {
		return mcp.NewToolResultError("bad path"), nil
	}
	data, err := os.ReadFile(filepath.Join("/srv/themes", file))
	if err != nil {
		return nil, err
	}
	return mcp.NewToolResultText(string(data)), nil
}

func main() {
	s := server.NewMCPServer("themes", "1.0.0")
	s.AddTool(mcp.NewTool("theme", mcp.WithString("file", mcp.Required())), handle)
	if err := server.ServeStdio(s); err != nil {
		log.Fatal(err)
	}
}
