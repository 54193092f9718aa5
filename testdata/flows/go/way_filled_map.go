// A helper puts the value into a map that the handler made.
package main

import (
	"context"
	"log"
	"os/exec"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

func fill(options map[string]string, unit string) {
	options["unit"] = unit
}

func stop(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	options := map[string]string{}
	fill(options, request.GetString("unit", ""))
	exec.Command("sh", "-c", "systemctl stop "+options["unit"]).Run() // expect: proven shell
	return mcp.NewToolResultText("stopped"), nil
}

func main() {
	s := server.NewMCPServer("units", "1.0.0")
	s.AddTool(mcp.NewTool("stop"), stop)
	log.Fatal(server.ServeStdio(s))
}
