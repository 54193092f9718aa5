// Helpers with several results.
package main

import (
	"context"
	"errors"
	"os/exec"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

func line(name string) (string, string, error) {
	if name == "" {
		return "", "", errors.New("no name")
	}
	return "uptime", "ls " + name, nil
}

func list(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	first, second, err := line(request.GetString("name", ""))
	if err != nil {
		return nil, err
	}
	exec.Command("sh", "-c", first).Run()
	exec.Command("sh", "-c", second).Run() // expect: proven shell
	return mcp.NewToolResultText("done"), nil
}

func register(s *server.MCPServer) {
	s.AddTool(mcp.NewTool("list"), list)
}
