// A closure keeps the value; a table of functions calls it.
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
	actions := map[string]func() error{
		"stop":  func() error { return exec.Command("sh", "-c", "svc stop").Run() },
		"start": func() error { return exec.Command("sh", "-c", "svc start "+value).Run() }, // expect: proven shell
	}
	action, ok := actions[request.GetString("action", "start")]
	if !ok {
		return mcp.NewToolResultError("unknown action"), nil
	}
	return mcp.NewToolResultText("ran"), action()
}

func main() {
	s := server.NewMCPServer("server", "1.0.0")
	s.AddTool(mcp.NewTool("tool", mcp.WithString("value", mcp.Required())), handle)
	if err := server.ServeStdio(s); err != nil {
		log.Fatal(err)
	}
}
