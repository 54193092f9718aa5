// A map of texts: one key was sent, one is fixed.
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
	options := map[string]string{"mode": "fast", "target": value}
	exec.Command("sh", "-c", "run --mode "+options["mode"]).Run()
	err := exec.Command("sh", "-c", "run "+options["target"]).Run() // expect: proven shell
	return mcp.NewToolResultText("ran"), err
}

func main() {
	s := server.NewMCPServer("server", "1.0.0")
	s.AddTool(mcp.NewTool("tool", mcp.WithString("value", mcp.Required())), handle)
	if err := server.ServeStdio(s); err != nil {
		log.Fatal(err)
	}
}
