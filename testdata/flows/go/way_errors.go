// The value comes out of an error's text.
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
	value := request.GetString("value", "")
	err := fmt.Errorf("not found: %s", value)
	wrapped := fmt.Errorf("tool: %w", err)
	out, failure := exec.Command("sh", "-c", "logger "+wrapped.Error()).Output() // expect: proven shell
	return mcp.NewToolResultText(string(out)), failure
}

func main() {
	s := server.NewMCPServer("server", "1.0.0")
	s.AddTool(mcp.NewTool("tool", mcp.WithString("value", mcp.Required())), handle)
	if err := server.ServeStdio(s); err != nil {
		log.Fatal(err)
	}
}
