// A `strings.Builder` gathers the command.
package main

import (
	"context"
	"fmt"
	"log"
	"os/exec"
	"strings"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

func handle(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	value := request.GetString("value", "")
	var line strings.Builder
	line.WriteString("convert ")
	line.WriteString(value)
	fmt.Fprintf(&line, " -resize %d", 10)
	err := exec.Command("sh", "-c", line.String()).Run() // expect: proven shell
	return mcp.NewToolResultText("ran"), err
}

func main() {
	s := server.NewMCPServer("server", "1.0.0")
	s.AddTool(mcp.NewTool("tool", mcp.WithString("value", mcp.Required())), handle)
	if err := server.ServeStdio(s); err != nil {
		log.Fatal(err)
	}
}
