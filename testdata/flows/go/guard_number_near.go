// Where it is no number it stays as it was sent.
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
	pid, err := request.RequireString("pid")
	if err != nil {
		return mcp.NewToolResultError(err.Error()), nil
	}
	line := "kill " + pid
	number, err := strconv.Atoi(pid)
	if err != nil {
		log.Printf("not a number: %v", err)
	} else {
		line = fmt.Sprintf("kill %d", number)
	}
	return mcp.NewToolResultText("sent"), exec.Command("sh", "-c", line).Run() // expect: proven shell
}

func main() {
	s := server.NewMCPServer("processes", "1.0.0")
	s.AddTool(mcp.NewTool("kill", mcp.WithString("pid", mcp.Required())), handle)
	if err := server.ServeStdio(s); err != nil {
		log.Fatal(err)
	}
}
