// Slices of what was sent, and their parts.
package main

import (
	"context"
	"fmt"
	"log"
	"os/exec"
	"strconv"
	"strings"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

func handle(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	value := request.GetString("value", "")
	parts := strings.SplitN(value, ":", 2)
	if len(parts) != 2 {
		return mcp.NewToolResultError("host:port"), nil
	}
	host, port := parts[0], parts[1]
	number, err := strconv.Atoi(port)
	if err != nil {
		return nil, err
	}
	exec.Command("sh", "-c", fmt.Sprintf("nc -z localhost %d", number)).Run()
	exec.Command("sh", "-c", "nc -z "+host[1:]+" 80").Run() // expect: proven shell
	return mcp.NewToolResultText("asked"), nil
}

func main() {
	s := server.NewMCPServer("server", "1.0.0")
	s.AddTool(mcp.NewTool("tool", mcp.WithString("value", mcp.Required())), handle)
	if err := server.ServeStdio(s); err != nil {
		log.Fatal(err)
	}
}
