// Of two values that a function returns, one was sent.
package main

import (
	"context"
	"log"
	"os/exec"
	"strings"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

func split(line string) (program, words string) {
	program = "true"
	words = strings.TrimSpace(line)
	return
}

func handle(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	value := request.GetString("value", "")
	program, words := split(value)
	exec.Command("sh", "-c", program).Run()
	err := exec.Command("sh", "-c", words).Run() // expect: proven shell
	return mcp.NewToolResultText("ran"), err
}

func main() {
	s := server.NewMCPServer("server", "1.0.0")
	s.AddTool(mcp.NewTool("tool", mcp.WithString("value", mcp.Required())), handle)
	if err := server.ServeStdio(s); err != nil {
		log.Fatal(err)
	}
}
