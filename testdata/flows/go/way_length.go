// The length of what was sent is a number; the first part of it is none.
package main

import (
	"context"
	"fmt"
	"log"
	"os/exec"
	"strconv"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

func handle(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	value := request.GetString("value", "")
	length := len(value)
	exec.Command("sh", "-c", fmt.Sprintf("head -c %d /dev/zero", length)).Run()
	exec.Command("sh", "-c", "seq "+strconv.Itoa(len(value))).Run()
	exec.Command("sh", "-c", "seq "+value[:min(3, length)]).Run() // expect: proven shell
	return mcp.NewToolResultText("counted"), nil
}

func main() {
	s := server.NewMCPServer("server", "1.0.0")
	s.AddTool(mcp.NewTool("tool", mcp.WithString("value", mcp.Required())), handle)
	if err := server.ServeStdio(s); err != nil {
		log.Fatal(err)
	}
}
