// The arguments as a map, and a type assertion.
package main

import (
	"context"
	"os/exec"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

func main() {
	s := server.NewMCPServer("shell", "1.0.0")
	tool := mcp.NewTool("run", mcp.WithDescription("Runs a command"), mcp.WithString("command", mcp.Required()))
	s.AddTool(tool, func(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
		command, ok := request.GetArguments()["command"].(string)
		if !ok {
			return mcp.NewToolResultError("expected a command"), nil
		}
		out, err := exec.CommandContext(ctx, "sh", "-c", command).CombinedOutput() // expect: proven shell
		if err != nil {
			return mcp.NewToolResultError(err.Error()), nil
		}
		return mcp.NewToolResultText(string(out)), nil
	})
	server.ServeStdio(s)
}
