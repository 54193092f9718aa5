// What was sent is replaced on every way before it is used.
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
	command := value
	switch {
	case len(value) > 10:
		command = "long"
	case value == "":
		command = "empty"
	default:
		command = "short"
	}
	err := exec.Command("sh", "-c", command).Run()
	return mcp.NewToolResultText(value), err
}

func main() {
	s := server.NewMCPServer("server", "1.0.0")
	s.AddTool(mcp.NewTool("tool", mcp.WithString("value", mcp.Required())), handle)
	if err := server.ServeStdio(s); err != nil {
		log.Fatal(err)
	}
}
