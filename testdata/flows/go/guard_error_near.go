// The validator's error is dropped.
package main

import (
	"context"
	"errors"
	"os/exec"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

func checkBranch(name string) error {
	for _, known := range []string{"main", "next"} {
		if name == known {
			return nil
		}
	}
	return errors.New("unknown branch")
}

func build(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	branch := request.GetString("branch", "main")
	_ = checkBranch(branch)
	out, err := exec.Command("sh", "-c", "make BRANCH="+branch).Output() // expect: proven shell
	if err != nil {
		return nil, err
	}
	return mcp.NewToolResultText(string(out)), nil
}

func register(s *server.MCPServer) {
	s.AddTool(mcp.NewTool("build"), build)
}
