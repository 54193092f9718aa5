// The repository server without the fault: the scanner must find nothing here.
package main

import (
	"context"
	"os/exec"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

func main() {
	s := server.NewMCPServer("repo", "1.0.0")
	tool := mcp.NewTool("log",
		mcp.WithDescription("Shows the log of a file"),
		mcp.WithString("path", mcp.Required(), mcp.Description("The file")),
	)
	s.AddTool(tool, showLog)
	_ = server.ServeStdio(s)
}

func showLog(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	path := request.GetString("path", ".")
	out, err := exec.CommandContext(ctx, "git", "log", "--oneline", "--", path).Output()
	if err != nil {
		return mcp.NewToolResultError(err.Error()), nil
	}
	return mcp.NewToolResultText(string(out)), nil
}
