// A variadic function joins its words.
package main

import (
	"context"
	"log"
	"os/exec"
	"strings"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

func shell(program string, words ...string) error {
	line := program + " " + strings.Join(words, " ")
	return exec.Command("sh", "-c", line).Run() // expect: proven shell
}

func handle(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	value := request.GetString("value", "")
	words := []string{"-n", "5"}
	words = append(words, value)
	return mcp.NewToolResultText("ran"), shell("head", words...)
}

func main() {
	s := server.NewMCPServer("server", "1.0.0")
	s.AddTool(mcp.NewTool("tool", mcp.WithString("value", mcp.Required())), handle)
	if err := server.ServeStdio(s); err != nil {
		log.Fatal(err)
	}
}
