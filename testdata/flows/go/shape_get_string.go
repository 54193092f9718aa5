// `GetString` with a default, and values of other types.
package main

import (
	"context"
	"fmt"
	"os/exec"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

func run(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	query := request.GetString("query", "TODO")
	limit := request.GetInt("limit", 10)
	exec.Command("bash", "-c", fmt.Sprintf("head -n %d notes.txt", limit)).Run()
	out, err := exec.Command("bash", "-c", fmt.Sprintf("grep -n %s notes.txt", query)).Output() // expect: proven shell
	return mcp.NewToolResultText(string(out)), err
}

func main() {
	s := server.NewMCPServer("search", "1.0.0")
	s.AddTools(server.ServerTool{Tool: mcp.NewTool("search"), Handler: run})
	server.ServeStdio(s)
}
