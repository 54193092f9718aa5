// A field of an embedded structure.
package main

import (
	"context"
	"os"

	"github.com/modelcontextprotocol/go-sdk/mcp"
)

type common struct {
	Path string `json:"path"`
}

type input struct {
	common
	Limit int `json:"limit"`
}

func read(ctx context.Context, req *mcp.CallToolRequest, in input) (*mcp.CallToolResult, any, error) {
	data, err := os.ReadFile(in.Path) // expect: proven path
	return nil, len(data), err
}

func register(server *mcp.Server) {
	mcp.AddTool(server, &mcp.Tool{Name: "read"}, read)
}
