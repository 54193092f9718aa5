// The root is chosen by the caller as well.
package main

import (
	"context"
	"io"
	"os"

	"github.com/modelcontextprotocol/go-sdk/mcp"
)

type readInput struct {
	Folder string `json:"folder"`
	Name   string `json:"name"`
}

func read(ctx context.Context, req *mcp.CallToolRequest, in readInput) (*mcp.CallToolResult, any, error) {
	root, err := os.OpenRoot(in.Folder) // expect: proven path
	if err != nil {
		return nil, nil, err
	}
	defer root.Close()
	file, err := root.Open(in.Name)
	if err != nil {
		return nil, nil, err
	}
	defer file.Close()
	data, err := io.ReadAll(file)
	return nil, string(data), err
}

func register(server *mcp.Server) {
	mcp.AddTool(server, &mcp.Tool{Name: "read"}, read)
}
