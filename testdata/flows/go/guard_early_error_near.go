// The error is made and not returned.
package main

import (
	"context"
	"errors"
	"log"
	"os/exec"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

func handle(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	zone, err := request.RequireString("zone")
	if err != nil {
		return mcp.NewToolResultError(err.Error()), nil
	}
	var failure error
	if zone != "north" && zone != "south" {
		failure = errors.New("unknown zone")
	}
	out, err := exec.Command("sh", "-c", "zonectl open "+zone).Output() // expect: proven shell
	return mcp.NewToolResultText(string(out)), errors.Join(failure, err)
}

func main() {
	s := server.NewMCPServer("zones", "1.0.0")
	s.AddTool(mcp.NewTool("open_zone", mcp.WithString("zone", mcp.Required())), handle)
	if err := server.ServeStdio(s); err != nil {
		log.Fatal(err)
	}
}
