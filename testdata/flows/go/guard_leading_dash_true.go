// A value that begins with a dash is refused.
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
	revision, err := request.RequireString("revision")
	if err != nil {
		return mcp.NewToolResultError(err.Error()), nil
	}
	if strings.HasPrefix(revision, "-") {
		return mcp.NewToolResultError("not a revision"), nil
	}
	out, err := exec.CommandContext(ctx, "git", "show", revision).Output()
	return mcp.NewToolResultText(string(out)), err
}

func main() {
	s := server.NewMCPServer("git", "1.0.0")
	s.AddTool(mcp.NewTool("show", mcp.WithString("revision", mcp.Required())), handle)
	if err := server.ServeStdio(s); err != nil {
		log.Fatal(err)
	}
}
