// What no case knows goes on.
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
	state, err := request.RequireString("state")
	if err != nil {
		return mcp.NewToolResultError(err.Error()), nil
	}
	switch state {
	case "suspend", "hibernate":
	default:
		log.Print("an unusual state")
	}
	cmd := exec.Command("sh", "-c", fmt.Sprintf("systemctl %s", state)) // expect: proven shell
	return mcp.NewToolResultText("done"), cmd.Run()
}

func main() {
	s := server.NewMCPServer("power", "1.0.0")
	s.AddTool(mcp.NewTool("power", mcp.WithString("state", mcp.Required())), handle)
	if err := server.ServeStdio(s); err != nil {
		log.Fatal(err)
	}
}
