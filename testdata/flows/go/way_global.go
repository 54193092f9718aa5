// A package's variable, set by one tool and used by another.
package main

import (
	"context"
	"log"
	"os/exec"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

var current = "main"

func push(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	err := exec.Command("sh", "-c", "git push origin "+current).Run() // expect: proven shell
	return mcp.NewToolResultText("pushed"), err
}

func handle(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	value := request.GetString("value", "")
	current = value
	return mcp.NewToolResultText("chosen"), nil
}

func main() {
	s := server.NewMCPServer("server", "1.0.0")
	s.AddTool(mcp.NewTool("tool", mcp.WithString("value", mcp.Required())), handle)
	s.AddTool(mcp.NewTool("push"), push)
	if err := server.ServeStdio(s); err != nil {
		log.Fatal(err)
	}
}
