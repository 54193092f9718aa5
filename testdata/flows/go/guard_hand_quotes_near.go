// Quotes by hand: a quote in the value ends them.
package main

import (
	"context"
	"fmt"
	"log"
	"os/exec"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

func handle(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	message, err := request.RequireString("message")
	if err != nil {
		return mcp.NewToolResultError(err.Error()), nil
	}
	line := fmt.Sprintf("git commit -m '%s'", message)
	out, err := exec.Command("sh", "-c", line).CombinedOutput() // expect: proven shell
	return mcp.NewToolResultText(string(out)), err
}

func main() {
	s := server.NewMCPServer("commits", "1.0.0")
	s.AddTool(mcp.NewTool("commit", mcp.WithString("message", mcp.Required())), handle)
	if err := server.ServeStdio(s); err != nil {
		log.Fatal(err)
	}
}
