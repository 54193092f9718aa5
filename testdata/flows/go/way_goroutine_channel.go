// A goroutine and a channel.
package main

import (
	"context"
	"os/exec"

	"github.com/modelcontextprotocol/go-sdk/mcp"
)

type input struct {
	Command string `json:"command"`
}

func run(ctx context.Context, req *mcp.CallToolRequest, in input) (*mcp.CallToolResult, any, error) {
	lines := make(chan string, 1)
	done := make(chan error)
	go func() {
		line := <-lines
		done <- exec.Command("sh", "-c", line).Run() // expect: proven shell
	}()
	lines <- in.Command
	return nil, nil, <-done
}

func register(server *mcp.Server) {
	mcp.AddTool(server, &mcp.Tool{Name: "run"}, run)
}
