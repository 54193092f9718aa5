// The program itself was sent; and one that is fixed with a sent input.
package main

import (
	"context"
	"log"
	"os/exec"
	"strings"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

func handle(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	value := request.GetString("value", "")
	fixed := exec.CommandContext(ctx, "cat")
	fixed.Stdin = strings.NewReader(value)
	if err := fixed.Run(); err != nil {
		return nil, err
	}
	out, err := exec.CommandContext(ctx, value).Output() // expect: proven program
	return mcp.NewToolResultText(string(out)), err
}

func main() {
	s := server.NewMCPServer("server", "1.0.0")
	s.AddTool(mcp.NewTool("tool", mcp.WithString("value", mcp.Required())), handle)
	if err := server.ServeStdio(s); err != nil {
		log.Fatal(err)
	}
}
