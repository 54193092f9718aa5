// A function is handed to another, which calls it.
package main

import (
	"context"
	"os"

	"github.com/modelcontextprotocol/go-sdk/mcp"
)

type input struct {
	Paths []string `json:"paths"`
}

func each(items []string, action func(string) error) error {
	for _, item := range items {
		if err := action(item); err != nil {
			return err
		}
	}
	return nil
}

func drop(path string) error {
	return os.Remove(path) // expect: proven path
}

func clean(ctx context.Context, req *mcp.CallToolRequest, in input) (*mcp.CallToolResult, any, error) {
	return nil, nil, each(in.Paths, drop)
}

func register(server *mcp.Server) {
	mcp.AddTool(server, &mcp.Tool{Name: "clean"}, clean)
}
