// The assertion's second result is thrown away for a text.
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
	seconds, ok := request.GetArguments()["seconds"].(string)
	if !ok {
		return mcp.NewToolResultError("bad seconds"), nil
	}
	exec.Command("sh", "-c", fmt.Sprintf("sleep %v", seconds)).Run() // expect: proven shell
	return mcp.NewToolResultText("slept"), nil
}

func main() {
	s := server.NewMCPServer("timers", "1.0.0")
	s.AddTool(mcp.NewTool("timer", mcp.WithString("seconds", mcp.Required())), handle)
	if err := server.ServeStdio(s); err != nil {
		log.Fatal(err)
	}
}
