// A value without blanks may still be an option.
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
	if strings.ContainsAny(revision, " \t\n") {
		return mcp.NewToolResultError("not a revision"), nil
	}
	out, err := exec.CommandContext(ctx, "git", "show", revision).Output() // expect: proven argument
	return mcp.NewToolResultText(string(out)), err
}

func main() {
	s := server.NewMCPServer("git", "1.0.0")
	s.AddTool(mcp.NewTool("show", mcp.WithString("revision", mcp.Required())), handle)
	if err := server.ServeStdio(s); err != nil {
		log.Fatal(err)
	}
}
