// A deferred call takes its arguments when it is deferred.
package main

import (
	"context"
	"os"

	"github.com/modelcontextprotocol/go-sdk/mcp"
)

type input struct {
	Scratch string `json:"scratch"`
}

func work(ctx context.Context, req *mcp.CallToolRequest, in input) (*mcp.CallToolResult, any, error) {
	defer os.RemoveAll(in.Scratch) // expect: proven path
	return nil, len(in.Scratch), nil
}

func register(server *mcp.Server) {
	mcp.AddTool(server, &mcp.Tool{Name: "work"}, work)
}
