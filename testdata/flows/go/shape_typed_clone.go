// A typed handler: the second argument is what was sent.
package main

import (
	"context"
	"os/exec"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

type cloneArgs struct {
	URL   string `json:"url"`
	Depth int    `json:"depth"`
}

func clone(ctx context.Context, request mcp.CallToolRequest, args cloneArgs) (*mcp.CallToolResult, error) {
	if err := exec.CommandContext(ctx, "git", "clone", args.URL).Run(); err != nil { // expect: proven argument
		return nil, err
	}
	return mcp.NewToolResultText("cloned"), nil
}

func main() {
	s := server.NewMCPServer("git", "1.0.0")
	s.AddTool(mcp.NewTool("clone"), mcp.NewTypedToolHandler(clone))
	server.ServeStdio(s)
}
