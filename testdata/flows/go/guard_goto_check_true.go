// The check runs, and its answer is waited for.
package main

import (
	"context"
	"log"
	"os/exec"
	"slices"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

func handle(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	backup, err := request.RequireString("backup")
	if err != nil {
		return mcp.NewToolResultError(err.Error()), nil
	}
	result := make(chan bool, 1)
	go func() { result <- slices.Contains([]string{"daily", "weekly"}, backup) }()
	if !slices.Contains([]string{"daily", "weekly"}, backup) || !<-result {
		return mcp.NewToolResultError("unknown backup"), nil
	}
	out, err := exec.Command("sh", "-c", "restore "+backup).Output()
	return mcp.NewToolResultText(string(out)), err
}

func main() {
	s := server.NewMCPServer("backups", "1.0.0")
	s.AddTool(mcp.NewTool("restore", mcp.WithString("backup", mcp.Required())), handle)
	if err := server.ServeStdio(s); err != nil {
		log.Fatal(err)
	}
}
