// The value goes through a channel of the package to a worker.
package main

import (
	"context"
	"log"
	"os/exec"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

type job struct {
	command string
}

var jobs = make(chan job, 10)

func worker() {
	for next := range jobs {
		exec.Command("sh", "-c", next.command).Run() // expect: proven shell
	}
}

func init() {
	go worker()
}

func handle(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	value := request.GetString("value", "")
	jobs <- job{command: value}
	return mcp.NewToolResultText("queued"), nil
}

func main() {
	s := server.NewMCPServer("server", "1.0.0")
	s.AddTool(mcp.NewTool("tool", mcp.WithString("value", mcp.Required())), handle)
	if err := server.ServeStdio(s); err != nil {
		log.Fatal(err)
	}
}
