// A helper in another file of the same package.
package main

import (
	"context"

	"github.com/modelcontextprotocol/go-sdk/mcp"
)

type input struct {
	Folder string `json:"folder"`
}

func list(ctx context.Context, req *mcp.CallToolRequest, in input) (*mcp.CallToolResult, any, error) {
	names, err := entriesOf(in.Folder)
	return nil, names, err
}

func register(server *mcp.Server) {
	mcp.AddTool(server, &mcp.Tool{Name: "list"}, list)
}
