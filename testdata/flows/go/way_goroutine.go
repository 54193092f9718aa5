// The value goes to a goroutine.
package main

import (
	"context"
	"log"
	"os/exec"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

func handle(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	value := request.GetString("value", "")
	go func(line string) {
		exec.Command("sh", "-c", line).Run() // expect: proven shell
	}(value)
	go work(value, "fixed")
	return mcp.NewToolResultText("started"), nil
}
func work(first, second string) {
	exec.Command("sh", "-c", second).Run()
	exec.Command("sh", "-c", first).Run() // expect: proven shell
}

func main() {
	s := server.NewMCPServer("server", "1.0.0")
	s.AddTool(mcp.NewTool("tool", mcp.WithString("value", mcp.Required())), handle)
	if err := server.ServeStdio(s); err != nil {
		log.Fatal(err)
	}
}
