// The official SDK: a structure of arguments.
package main

import (
	"context"
	"log"
	"os/exec"

	"github.com/modelcontextprotocol/go-sdk/mcp"
)

type Input struct {
	Query string `json:"query" jsonschema:"what to look for"`
	Limit int    `json:"limit,omitempty"`
}

type Output struct {
	Lines string `json:"lines"`
}

func search(ctx context.Context, req *mcp.CallToolRequest, input Input) (*mcp.CallToolResult, Output, error) {
	out, err := exec.CommandContext(ctx, "bash", "-c", "grep -r "+input.Query+" /srv").Output() // expect: proven shell
	return nil, Output{Lines: string(out)}, err
}

func main() {
	server := mcp.NewServer(&mcp.Implementation{Name: "search", Version: "v1.0.0"}, nil)
	mcp.AddTool(server, &mcp.Tool{Name: "search", Description: "searches"}, search)
	if err := server.Run(context.Background(), &mcp.StdioTransport{}); err != nil {
		log.Fatal(err)
	}
}
