// The validator gives its value back whatever it finds.
package main

import (
	"context"
	"errors"
	"log"
	"os/exec"
	"slices"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

func knownQueue(queue string) (string, error) {
	if queue == "" {
		return "", errors.New("no queue")
	}
	if !slices.Contains([]string{"mail", "print"}, queue) {
		return queue, nil
	}
	return queue, nil
}

func handle(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	queue, err := request.RequireString("queue")
	if err != nil {
		return mcp.NewToolResultError(err.Error()), nil
	}
	known, err := knownQueue(queue)
	if err != nil {
		return mcp.NewToolResultError(err.Error()), nil
	}
	out, err := exec.Command("sh", "-c", "queuectl purge "+known).Output() // expect: proven shell
	return mcp.NewToolResultText(string(out)), err
}

func main() {
	s := server.NewMCPServer("queues", "1.0.0")
	s.AddTool(mcp.NewTool("purge", mcp.WithString("queue", mcp.Required())), handle)
	if err := server.ServeStdio(s); err != nil {
		log.Fatal(err)
	}
}
