// The prefix is checked before the path is cleaned.
package main

import (
	"context"
	"errors"
	"log"
	"os"
	"path/filepath"
	"strings"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

const base = "/var/log/app"

func handle(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	file, err := request.RequireString("file")
	if err != nil {
		return mcp.NewToolResultError(err.Error()), nil
	}
	path := base + "/" + file
	if !strings.HasPrefix(path, base+"/") {
		return nil, errors.New("outside")
	}
	path = filepath.Clean(path)
	if err := os.Remove(path); err != nil { // expect: proven path
		return nil, err
	}
	return mcp.NewToolResultText("removed"), nil
}

func main() {
	s := server.NewMCPServer("logs", "1.0.0")
	s.AddTool(mcp.NewTool("remove_log", mcp.WithString("file", mcp.Required())), handle)
	if err := server.ServeStdio(s); err != nil {
		log.Fatal(err)
	}
}
