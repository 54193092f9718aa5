// The arguments are bound to a struct; its number is harmless.
package main

import (
	"context"
	"fmt"
	"os/exec"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

type snapshotArgs struct {
	Volume string `json:"volume"`
	Keep   int    `json:"keep"`
}

func snapshot(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	var args snapshotArgs
	if err := request.BindArguments(&args); err != nil {
		return mcp.NewToolResultError("bad arguments"), nil
	}
	if err := exec.Command("sh", "-c", fmt.Sprintf("snapctl keep %d", args.Keep)).Run(); err != nil {
		return nil, err
	}
	err := exec.Command("sh", "-c", "snapctl create "+args.Volume).Run() // expect: proven shell
	return mcp.NewToolResultText("created"), err
}

func main() {
	s := server.NewMCPServer("snapshots", "1.0.0")
	s.AddTool(mcp.NewTool("snapshot"), snapshot)
	server.ServeStdio(s)
}
