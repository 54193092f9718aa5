// Any number of words, and a list spread over them.
package main

import (
	"context"
	"os/exec"
	"strings"

	"github.com/modelcontextprotocol/go-sdk/mcp"
)

type input struct {
	Words []string `json:"words"`
}

func shell(words ...string) error {
	return exec.Command("sh", "-c", strings.Join(words, " ")).Run() // expect: proven shell
}

func run(ctx context.Context, req *mcp.CallToolRequest, in input) (*mcp.CallToolResult, any, error) {
	return nil, nil, shell(append([]string{"nice"}, in.Words...)...)
}

func register(server *mcp.Server) {
	mcp.AddTool(server, &mcp.Tool{Name: "run"}, run)
}
