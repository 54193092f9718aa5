// The expression is anchored at its start alone.
package main

import (
	"context"
	"log"
	"os/exec"
	"regexp"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

var hostName = regexp.MustCompile(`^[a-z0-9.]+`)

func handle(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	host, err := request.RequireString("host")
	if err != nil {
		return mcp.NewToolResultError(err.Error()), nil
	}
	if !hostName.MatchString(host) {
		return mcp.NewToolResultError("not a host"), nil
	}
	out, err := exec.Command("sh", "-c", "ping -c 1 "+host).CombinedOutput() // expect: proven shell
	return mcp.NewToolResultText(string(out)), err
}

func main() {
	s := server.NewMCPServer("network", "1.0.0")
	s.AddTool(mcp.NewTool("ping", mcp.WithString("host", mcp.Required())), handle)
	if err := server.ServeStdio(s); err != nil {
		log.Fatal(err)
	}
}
