// A local path stays where it is put.
package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"github.com/modelcontextprotocol/go-sdk/mcp"
)

type readInput struct {
	Path string `json:"path" jsonschema:"the file to read"`
}

func read(ctx context.Context, req *mcp.CallToolRequest, in readInput) (*mcp.CallToolResult, any, error) {
	if !filepath.IsLocal(in.Path) {
		return nil, nil, errors.New("expected a local path")
	}
	data, err := os.ReadFile(filepath.Join("/srv/files", in.Path))
	if err != nil {
		return nil, nil, err
	}
	return &mcp.CallToolResult{Content: []mcp.Content{&mcp.TextContent{Text: string(data)}}}, nil, nil
}

func register(server *mcp.Server) {
	mcp.AddTool(server, &mcp.Tool{Name: "read", Description: "reads a file"}, read)
}
