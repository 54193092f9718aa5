// The check runs in a goroutine, and nobody waits for it.
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
	log.Println("checking")
	out, err := exec.Command("sh", "-c", "restore "+backup).Output() // expect: proven shell
	return mcp.NewToolResultText(string(out)), err
}

func main() {
	s := server.NewMCPServer("backups", "1.0.0")
	s.AddTool(mcp.NewTool("restore", mcp.WithString("backup", mcp.Required())), handle)
	if err := server.ServeStdio(s); err != nil {
		log.Fatal(err)
	}
}
