// A generic function hands the value on.
package main

import (
	"context"
	"log"
	"os/exec"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

func apply[T, U any](items []T, change func(T) U) []U {
	changed := make([]U, 0, len(items))
	for _, item := range items {
		changed = append(changed, change(item))
	}
	return changed
}

func handle(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	value := request.GetString("value", "")
	lines := apply([]string{value}, func(line string) string { return "nice " + line })
	err := exec.Command("sh", "-c", lines[0]).Run() // expect: proven shell
	return mcp.NewToolResultText("ran"), err
}

func main() {
	s := server.NewMCPServer("server", "1.0.0")
	s.AddTool(mcp.NewTool("tool", mcp.WithString("value", mcp.Required())), handle)
	if err := server.ServeStdio(s); err != nil {
		log.Fatal(err)
	}
}
