// The arguments' map, with type assertions.
package main

import (
	"context"
	"fmt"
	"log"
	"os/exec"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

func main() {
	s := server.NewMCPServer("host", "1.0.0", server.WithToolCapabilities(false))
	s.AddTool(mcp.NewTool("disk_usage", mcp.WithString("folder"), mcp.WithNumber("depth")), diskUsage)
	if err := server.ServeStdio(s); err != nil {
		log.Fatal(err)
	}
}

func diskUsage(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	args := request.GetArguments()
	folder, ok := args["folder"].(string)
	if !ok {
		return mcp.NewToolResultError("folder is missing"), nil
	}
	depth, _ := args["depth"].(float64)
	exec.Command("sh", "-c", fmt.Sprintf("du -d %d /srv", int(depth))).Run()
	out, err := exec.Command("sh", "-c", "du -s "+folder).Output() // expect: proven shell
	if err != nil {
		return nil, err
	}
	return mcp.NewToolResultText(string(out)), nil
}
